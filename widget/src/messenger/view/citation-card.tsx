import type { Citation, Place } from "@parley/contracts";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { fill } from "../../texts/fill.ts";
import type { Texts } from "../../texts/types.ts";
import { safeLink } from "../markdown/safe-link.ts";
import type { Opened } from "./app.tsx";
import { ago } from "./ago.ts";
import { useTexts } from "./context.ts";
import { Icon } from "./icons.tsx";
import { siteName } from "./site-name.ts";
import { tidyTitle } from "./tidy-title.ts";

const MARGIN = 12;

/** The passage behind a number: near its chip, or from below on phones. Gives the focus back when it closes. */
export function CitationCard({ opened, name, onClose }: { opened: Opened; name: string; onClose: () => void }) {
  const texts = useTexts();
  const { citation, anchor } = opened;
  const card = useRef<HTMLDivElement>(null);
  // A file of a website or a drive is opened where it lies.
  const isFile = FILE.test(citation.url ?? "");
  const link = isFile ? fileLink(citation.url) : safeLink(citation.link ?? citation.url ?? "");

  useLayoutEffect(() => {
    if (card.current !== null) place(card.current, anchor);
  }, [opened]);
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    anchor.classList.add("open");
    const outside = (event: Event) => {
      if (event.target instanceof Node && !card.current?.contains(event.target) && !anchor.contains(event.target))
        onClose();
    };
    addEventListener("pointerdown", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      anchor.classList.remove("open");
      if (
        card.current === null ||
        card.current.contains(document.activeElement) ||
        document.activeElement === document.body
      ) {
        anchor.focus({ preventScroll: true });
      }
    };
  }, [opened]);

  return (
    <>
      <div class="scrim" />
      <div class="card" ref={card} role="dialog" aria-label={fill(texts.source, { n: citation.number })} tabIndex={-1}>
        <div class="card-head">
          <i>{citation.number}</i>
          <CardTitle citation={citation} name={name} isFile={isFile} />
          <button type="button" class="icon-button" onClick={onClose} aria-label={texts.close}>
            <Icon name="close" />
          </button>
        </div>
        <blockquote dir="auto" tabIndex={0}>
          {citation.text}
        </blockquote>
        {citation.checkedAt !== undefined && (
          <p class="card-checked">
            {fill(texts.checked, {
              when: ago(citation.checkedAt, Date.now(), document.documentElement.lang || "en"),
            })}
          </p>
        )}
        {link !== null && (
          <a class="card-link" href={link} target="_blank" rel="noopener noreferrer">
            {isFile ? texts.openFile : texts.openPage}
            <Icon name="out" size={16} />
          </a>
        )}
      </div>
    </>
  );
}

function CardTitle({ citation, name, isFile }: { citation: Citation; name: string; isFile: boolean }) {
  const texts = useTexts();
  // Written by the site's owner: there is no page to name.
  const isOwn = citation.verified === true && citation.url === null;
  return (
    <div>
      <p class="card-title" dir="auto">
        {isOwn ? texts.verified : tidyTitle(citation.title, name) || siteName(citation.url)}
      </p>
      {isOwn && (
        <p class="card-site" dir="auto">
          {citation.title}
        </p>
      )}
      {citation.place !== undefined && (
        <p class="card-site" dir="auto">
          {placeText(citation.place, texts)}
        </p>
      )}
      {citation.url !== null && !isFile && (
        <p class="card-site" dir="ltr">
          {siteName(citation.url)}
        </p>
      )}
    </div>
  );
}

/** Where files lie that visitors may have. */
const FILE = /\/files\/fil_\w+$/;

/** This server's own, whatever address the messenger came by. */
function fileLink(url: string | null): string | null {
  return url === null ? null : safeLink(new URL(url, location.href).href);
}

function placeText({ page, slide, sheet, row, lastRow }: Place, texts: Texts): string {
  const n = lastRow === undefined || row === undefined ? (row ?? 0) : `${row}–${lastRow}`;
  return [
    page === undefined ? "" : fill(texts.onPage, { n: page }),
    slide === undefined ? "" : fill(texts.onSlide, { n: slide }),
    sheet === undefined ? "" : fill(texts.onSheet, { name: sheet }),
    row === undefined ? "" : fill(texts.onRow, { n }),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** Under the chip if it fits there, else above. On phones the stylesheet lays it at the bottom. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const chip = anchor.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const room = { width: document.documentElement.clientWidth, height: innerHeight };
  const left = Math.min(Math.max(MARGIN, chip.left + chip.width / 2 - width / 2), room.width - width - MARGIN);
  const below = chip.bottom + 8;
  const top = below + height + MARGIN <= room.height ? below : Math.max(MARGIN, chip.top - height - 8);
  card.style.setProperty("--left", `${left}px`);
  card.style.setProperty("--top", `${top}px`);
}
