import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { MESSAGE_LIMIT } from "@parley/contracts/limits";
import type { State } from "../conversation/types.ts";
import type { Messenger } from "../link/run-messenger.ts";
import { fill } from "../../texts/fill.ts";
import { cleanText } from "./clean-text.ts";
import { useTexts } from "./context.ts";
import { Icon } from "./icons.tsx";

/** The count appears when so few characters are left. */
const NEAR_LIMIT = 300;

interface Props {
  state: State;
  messenger: Messenger;
  /** Counts how often the messenger was opened: the cursor goes in each time. */
  shown: number;
  autofocus: boolean;
}

export function Composer({ state, messenger, shown, autofocus }: Props) {
  const texts = useTexts();
  const placeholder = state.agent?.look.texts.placeholder ?? texts.placeholder;
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  const left = MESSAGE_LIMIT - text.length;
  const canSend = text.trim() !== "" && left >= 0;
  const busy = state.thread.answering && !state.thread.drafts.some((draft) => draft.ended);

  useEffect(() => {
    if (shown > 0 || (autofocus && matchMedia("(pointer: fine)").matches)) area.current?.focus({ preventScroll: true });
  }, [shown]);
  // A button that was pressed may be gone now; the keyboard must not be left with nothing.
  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus() && matchMedia("(pointer: fine)").matches) {
      area.current?.focus({ preventScroll: true });
    }
  }, [state.previous, state.outbox.length]);
  useLayoutEffect(() => {
    if (area.current !== null) fit(area.current);
  }, [text]);

  const send = () => {
    const said = cleanText(text).trim();
    if (said === "" || said.length > MESSAGE_LIMIT) return;
    messenger.say(said);
    setText("");
    area.current?.focus({ preventScroll: true });
  };
  const pressed = (event: KeyboardEvent) => {
    // 229: an input method is still composing (Safari says so only here).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  const stops = busy && text.trim() === "";
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={area}
        rows={1}
        value={text}
        dir={text === "" ? undefined : "auto"}
        enterkeyhint="send"
        aria-label={placeholder}
        aria-invalid={left < 0}
        placeholder={placeholder}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={pressed}
        onPaste={paste}
      />
      {left <= NEAR_LIMIT && (
        <span class={`count ${left < 0 ? "over" : ""}`} role="status">
          {left < 0 ? fill(texts.over, { n: -left }) : fill(texts.left, { n: left })}
        </span>
      )}
      {stops ? (
        <button type="button" class="send" onClick={() => messenger.stop()} aria-label={texts.stop} title={texts.stop}>
          <Icon name="stop" />
        </button>
      ) : (
        <button type="submit" class="send" disabled={!canSend} aria-label={texts.send} title={texts.send}>
          <Icon name="send" />
        </button>
      )}
    </form>
  );
}

/** As high as its text, up to the five lines of the stylesheet. */
function fit(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

function paste(event: ClipboardEvent): void {
  const pasted = event.clipboardData?.getData("text/plain") ?? "";
  const clean = cleanText(pasted).trim();
  if (clean === pasted || clean === "") return;
  event.preventDefault();
  // The only way that the visitor's undo knows about.
  document.execCommand("insertText", false, clean);
}
