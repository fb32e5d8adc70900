import { useEffect, useRef, useState } from "react";
import { look } from "../frame/look.ts";
import { Button, Empty, Spinner, useStore } from "../ui/index.ts";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

/** The real messenger, as visitors get it: it takes on name and looks by itself while they are found. */
export function LiveMessenger({ agent, onClose }: { agent: Agent | null; onClose: () => void }) {
  const texts = useOnboardingTexts();
  const [open, setOpen] = useState(true);
  const close = () => {
    setOpen(false);
    onClose();
  };
  return (
    <aside
      aria-label={texts.messenger}
      className="sticky top-6 flex h-[min(42rem,calc(100dvh-19rem))] min-h-96 flex-col overflow-hidden rounded-card border border-line bg-page lg:h-[min(42rem,calc(100dvh-9rem))]"
    >
      {agent !== null && open ? (
        <Frame agent={agent} onClose={close} />
      ) : (
        <div className="m-auto">
          <Empty
            small
            picture="agent"
            title={agent === null ? texts.messengerWaiting : texts.messengerTitle(agent.name)}
            action={agent !== null && <Button onClick={() => setOpen(true)}>{texts.talk}</Button>}
          />
        </div>
      )}
    </aside>
  );
}

function Frame({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const texts = useOnboardingTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || typeof data !== "object" || data === null) return;
      if ("close" in data) onClose();
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  });
  const { theme: chosen } = useStore(look);
  const show = () => {
    const isDark = chosen === "dark" || (chosen === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
    const theme = isDark ? "dark" : "light";
    frame.current?.contentWindow?.postMessage({ parley: 1, shown: true, theme, ask: "" }, location.origin);
  };
  useEffect(show, [chosen]);
  return (
    <>
      {agent.state === "reading" && (
        <p className="flex items-center gap-2 border-b border-line bg-info-soft px-4 py-2 text-sm text-info-text">
          <Spinner className="size-4 shrink-0" />
          {texts.messengerReading}
        </p>
      )}
      <iframe
        ref={frame}
        title={texts.messengerTitle(agent.name)}
        src={`/widget/frame?agent=${encodeURIComponent(agent.id)}`}
        onLoad={show}
        className="min-h-0 w-full flex-1 border-0 bg-surface"
      />
    </>
  );
}
