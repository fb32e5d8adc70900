import { useEffect, useState } from "preact/hooks";
import type { Notice, State } from "../conversation/types.ts";
import type { Messenger } from "../link/run-messenger.ts";
import { fill } from "../../texts/fill.ts";
import { useTexts } from "./context.ts";
import { Icon } from "./icons.tsx";
import { useDelayed } from "./use-delayed.ts";

/** The one line above the composer: what stands in the way, or what can be undone. */
export function Notices({ state, messenger }: { state: State; messenger: Messenger }) {
  const texts = useTexts();
  const offline = useDelayed(state.link === "offline", 300);
  if (state.notice !== null) return <FaultLine notice={state.notice} messenger={messenger} />;
  if (offline) return <p class="notice">{texts.offline}</p>;
  if (state.previous !== null) {
    return (
      <p class="notice">
        {texts.startedAfresh}
        <button type="button" class="link-button" onClick={() => messenger.undoAfresh()}>
          <Icon name="undo" size={16} />
          {texts.undo}
        </button>
      </p>
    );
  }
  return null;
}

function FaultLine({ notice, messenger }: { notice: Notice; messenger: Messenger }) {
  const texts = useTexts();
  const left = useSecondsUntil(notice.until);
  const text = notice.until !== null && left !== null ? fill(texts.limited, { n: left }) : sentence(notice, texts);
  return (
    <p class="notice warning">
      <Icon name="alert" size={16} />
      <span>{text}</span>
      {notice.until === null && (
        <button type="button" class="icon-button" onClick={() => messenger.dismiss()} aria-label={texts.remove}>
          <Icon name="close" size={16} />
        </button>
      )}
    </p>
  );
}

function sentence(notice: Notice, texts: ReturnType<typeof useTexts>): string {
  if (notice.code === "budget_spent") return texts.budget;
  if (notice.code === "internal" || notice.code === "unavailable" || notice.message === "") return texts.failed;
  return notice.message;
}

function useSecondsUntil(until: number | null): number | null {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (until === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : Math.max(1, Math.ceil((until - now) / 1_000));
}
