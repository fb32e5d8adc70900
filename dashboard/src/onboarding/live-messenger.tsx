import { useEffect, useState } from "react";
import { Empty, Spinner } from "../ui/index.ts";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

/** The real messenger, as visitors get it. It comes alive when the first pages can be searched. */
export function LiveMessenger({ agent }: { agent: Agent | null }) {
  const texts = useOnboardingTexts();
  return (
    <aside
      aria-label={texts.messenger}
      className="sticky top-6 flex h-[min(42rem,calc(100dvh-9rem))] flex-col overflow-hidden rounded-card border border-line bg-page"
    >
      {agent === null ? (
        <div className="m-auto">
          <Empty small picture="agent" title={texts.messengerWaiting} />
        </div>
      ) : (
        <Frame agent={agent} />
      )}
    </aside>
  );
}

function Frame({ agent }: { agent: Agent }) {
  const texts = useOnboardingTexts();
  // The look is taken when the frame loads; a changed one needs a new frame, and a talk should not be cut off for less.
  const look = `${agent.brand.color ?? ""} ${JSON.stringify(agent.look)}`;
  const [shown, setShown] = useState(look);
  useEffect(() => {
    const timer = setTimeout(() => setShown(look), 600);
    return () => clearTimeout(timer);
  }, [look]);
  const isReading = agent.state === "reading";
  return (
    <>
      {isReading && (
        <p className="flex items-center gap-2 border-b border-line bg-info-soft px-4 py-2 text-sm text-info-text">
          <Spinner />
          {texts.messengerReading}
        </p>
      )}
      <iframe
        key={shown}
        title={texts.messengerTitle(agent.name)}
        src={`/widget/frame?agent=${encodeURIComponent(agent.id)}`}
        className="min-h-0 w-full flex-1 border-0 bg-surface"
      />
    </>
  );
}
