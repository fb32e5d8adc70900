import {
  CommandLineIcon,
  ComputerDesktopIcon,
  DevicePhoneMobileIcon,
  DeviceTabletIcon,
} from "@heroicons/react/20/solid";
import { useState } from "react";
import { type RowOf, useGet, useSend } from "../live/index.ts";
import { Badge, Button, ConfirmDialog, QueryView, Time, toast } from "../ui/index.ts";
import { useAccountTexts } from "./texts.ts";

type Session = RowOf<"/v1/me/sessions">;

const icons = {
  computer: ComputerDesktopIcon,
  phone: DevicePhoneMobileIcon,
  tablet: DeviceTabletIcon,
  program: CommandLineIcon,
};

export function SessionsSection() {
  const texts = useAccountTexts();
  const sessions = useGet("/v1/me/sessions", undefined, { every: 60_000 });
  return (
    <QueryView query={sessions} skeleton="rows">
      {({ data }) => (
        <>
          <ul className="divide-y divide-line rounded-card border border-line">
            {data.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
          {data.length > 1 && <EndOthers label={texts.endOthers} />}
        </>
      )}
    </QueryView>
  );
}

function SessionRow({ session }: { session: Session }) {
  const texts = useAccountTexts();
  const { id, device, kind, address, current, createdAt, lastActiveAt } = session;
  const end = useSend("delete", "/v1/me/sessions/{id}", { changes: ["sessions"], done: texts.sessionEnded });
  const Glyph = icons[kind];
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <Glyph aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span className="min-w-0 truncate">{device}</span>
          {current && <Badge tone="accent">{texts.thisSession}</Badge>}
        </p>
        <p className="text-sm text-muted">
          {address !== null && (
            <>
              <span className="font-mono text-xs">{address}</span> ·{" "}
            </>
          )}
          {texts.lastActive} <Time at={lastActiveAt} /> · {texts.signedInAt} <Time at={createdAt} style="date" />
        </p>
      </div>
      {!current && (
        <Button size="small" loading={end.isSending} onClick={() => end.send({ params: { id } })}>
          {texts.endSession}
        </Button>
      )}
    </li>
  );
}

function EndOthers({ label }: { label: string }) {
  const texts = useAccountTexts();
  const [open, setOpen] = useState(false);
  const end = useSend("delete", "/v1/me/sessions", { changes: ["sessions"] });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={texts.endOthersTitle}
        description={texts.endOthersText}
        confirm={texts.endOthers}
        onConfirm={async () => {
          const { revoked } = await end.sendAsync({});
          toast.done(texts.othersEnded(revoked));
        }}
      />
    </>
  );
}
