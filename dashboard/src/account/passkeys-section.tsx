import { EllipsisHorizontalIcon, FingerPrintIcon } from "@heroicons/react/16/solid";
import { PencilIcon, TrashIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { type AnswerOf, type RowOf, useGet, useSend } from "../live/index.ts";
import { Button, ConfirmDialog, IconButton, Menu, MenuItem, QueryView, Status, Time, toast } from "../ui/index.ts";
import { PasswordDialog } from "./password-dialog.tsx";
import { RenamePasskeyDialog } from "./rename-passkey-dialog.tsx";
import { useAccountTexts } from "./texts.ts";
import { makePasskey } from "./use-passkey.ts";

type Passkey = RowOf<"/v1/me/passkeys">;

export function PasskeysSection({ me }: { me: AnswerOf<"/v1/me"> }) {
  const texts = useAccountTexts();
  const offered = useGet("/v1/auth/options").data?.passkeys ?? true;
  const passkeys = useGet("/v1/me/passkeys");
  const [adding, setAdding] = useState(false);
  const add = offered && (
    <Button icon={FingerPrintIcon} onClick={() => setAdding(true)}>
      {texts.addPasskey}
    </Button>
  );
  const none = (
    <div className="flex flex-wrap items-center gap-3">
      <Status tone="neutral">{texts.noPasskeys}</Status>
      <span className="ms-auto">{add}</span>
    </div>
  );
  return (
    <>
      {!offered && <p className="text-sm text-pretty text-muted">{texts.passkeysNotHere}</p>}
      <QueryView
        query={passkeys}
        skeleton="rows"
        empty={offered ? none : <></>}
        isEmpty={({ data }) => data.length === 0}
      >
        {({ data }) => (
          <>
            <ul className="divide-y divide-line rounded-card border border-line">
              {data.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} />
              ))}
            </ul>
            {add}
          </>
        )}
      </QueryView>
      {adding && <AddPasskey me={me} onClose={() => setAdding(false)} />}
    </>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const texts = useAccountTexts();
  const [asking, setAsking] = useState<"rename" | "remove" | null>(null);
  const remove = useSend("delete", "/v1/me/passkeys/{id}", { changes: ["passkeys"], done: texts.passkeyRemoved });
  const { id, name, synced, createdAt } = passkey;
  const close = () => setAsking(null);
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <FingerPrintIcon aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-muted">
          {synced ? texts.synced : texts.oneDevice} · {texts.added} <Time at={createdAt} />
        </p>
      </div>
      <Menu trigger={<IconButton name={texts.actionsFor(name)} icon={EllipsisHorizontalIcon} />} align="end">
        <MenuItem icon={PencilIcon} onSelect={() => setAsking("rename")}>
          {texts.rename}
        </MenuItem>
        <MenuItem icon={TrashIcon} danger onSelect={() => setAsking("remove")}>
          {texts.remove}
        </MenuItem>
      </Menu>
      {asking === "rename" && <RenamePasskeyDialog passkey={passkey} onClose={close} />}
      <ConfirmDialog
        open={asking === "remove"}
        onClose={close}
        title={texts.removePasskeyTitle(name)}
        description={texts.removePasskeyText}
        confirm={texts.removePasskey}
        onConfirm={() => remove.sendAsync({ params: { id } })}
      />
    </li>
  );
}

function AddPasskey({ me, onClose }: { me: AnswerOf<"/v1/me">; onClose: () => void }) {
  const texts = useAccountTexts();
  const begin = useSend("post", "/v1/me/passkeys/options");
  const add = useSend("post", "/v1/me/passkeys", { changes: ["passkeys"] });
  return (
    <PasswordDialog
      me={me}
      title={texts.addPasskeyTitle}
      text={texts.setUpFirst}
      deed={texts.next}
      onClose={onClose}
      onSubmit={async (body) => {
        const response = await makePasskey(await begin.sendAsync({ body }), texts);
        await add.sendAsync({ body: { response } });
        toast.done(texts.passkeyAdded);
        onClose();
      }}
    />
  );
}
