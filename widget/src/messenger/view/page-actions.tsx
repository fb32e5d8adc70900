import { useEffect, useRef, useState } from "preact/hooks";
import type { Boot } from "../boot.ts";
import { useTexts } from "./context.ts";
import { copyText } from "./copy-text.ts";
import { Icon } from "./icons.tsx";

/** On `/try`: send the page to somebody, or take the agent to one's own site. */
export function PageActions({ boot, name }: { boot: Boot; name: string }) {
  const texts = useTexts();
  const [done, setDone] = useState(false);
  const share = async () => {
    const address = location.href.split(/[?#]/)[0] ?? location.href;
    if (matchMedia("(pointer: coarse)").matches && "share" in navigator) {
      await navigator.share({ title: name, url: address }).catch(() => undefined);
      return;
    }
    setDone(await copyText(address));
    setTimeout(() => setDone(false), 2_000);
  };
  return (
    <>
      {boot.snippet !== null && <Embed snippet={boot.snippet} />}
      <button
        type="button"
        class="button"
        onClick={share}
        aria-label={done ? texts.linkCopied : texts.share}
        title={texts.share}
      >
        <Icon name={done ? "check" : "share"} size={16} />
        <span class="label">{done ? texts.linkCopied : texts.share}</span>
      </button>
    </>
  );
}

function Embed({ snippet }: { snippet: string }) {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  const escape = (event: KeyboardEvent) => {
    if (event.key === "Escape" && open) setOpen(false);
  };
  const copy = async () => {
    setDone(await copyText(snippet));
    setTimeout(() => setDone(false), 2_000);
  };
  return (
    <div class="embed" ref={box} onKeyDown={escape}>
      <button
        type="button"
        class="button quiet"
        aria-expanded={open}
        aria-label={texts.embed}
        title={texts.embed}
        onClick={() => setOpen(!open)}
      >
        <Icon name="code" size={16} />
        <span class="label">{texts.embed}</span>
      </button>
      {open && (
        <div class="popover" role="group" aria-label={texts.embed}>
          <p class="popover-title">{texts.embed}</p>
          <p class="muted">{texts.embedText}</p>
          <pre class="snippet" dir="ltr" tabIndex={0}>
            {snippet.replace(/ (src|data-agent)=/g, "\n  $1=")}
          </pre>
          <button type="button" class="button" onClick={copy}>
            <Icon name={done ? "check" : "copy"} size={16} />
            {done ? texts.copied : texts.copy}
          </button>
        </div>
      )}
    </div>
  );
}
