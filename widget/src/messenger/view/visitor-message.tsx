import type { Entry } from "../conversation/list-entries.ts";
import type { Messenger } from "../link/run-messenger.ts";
import { useTexts } from "./context.ts";
import { Icon } from "./icons.tsx";
import { useDelayed } from "./use-delayed.ts";

type VisitorEntry = Extract<Entry, { kind: "visitor" }>;

export function VisitorMessage({ entry, messenger }: { entry: VisitorEntry; messenger: Messenger }) {
  const texts = useTexts();
  const slow = useDelayed(entry.status === "sending", 1_000);
  const { clientId, status } = entry;
  return (
    <article class={`message visitor ${status}`} aria-label={texts.you}>
      <p class="speaker" aria-hidden="true">
        <span>{texts.you}</span>
      </p>
      <p class="bubble" dir="auto">
        {entry.text}
      </p>
      {slow && <p class="fate">{texts.sending}</p>}
      {status === "waiting" && <p class="fate">{texts.waiting}</p>}
      {status === "failed" && clientId !== null && (
        <div class="fate failed">
          <p>
            <Icon name="alert" size={16} />
            {reasonOf(entry, texts)}
          </p>
          <p>
            <button type="button" class="link-button" onClick={() => messenger.tryAgain(clientId)}>
              {texts.tryAgain}
            </button>
            <button type="button" class="link-button" onClick={() => messenger.discard(clientId)}>
              {texts.remove}
            </button>
          </p>
        </div>
      )}
    </article>
  );
}

function reasonOf(entry: VisitorEntry, texts: ReturnType<typeof useTexts>): string {
  if (entry.fault?.code === "too_large") return texts.tooLong;
  if (entry.fault?.code === "budget_spent") return texts.budget;
  if (entry.fault?.code === "internal" || entry.fault?.code === "unavailable") return texts.failed;
  return entry.fault?.message || texts.notSent;
}
