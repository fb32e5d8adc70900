import { placeWords } from "@parley/contracts";
import { Fragment, type ReactNode } from "react";
import { Markdown, Popover, ProductCards, TextLink, Time } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";
import type { Citation, Message } from "./types.ts";

/** Signs that no text holds, since nobody can type or store them here: around the number of a source. */
const [OPEN, CLOSE] = ["\ue000", "\ue001"];
const ours = /[\ue000\ue001]/g;
const marks = /\ue000(\d+)\ue001/;

/** An answer with its sources where they belong, as the messenger draws it. */
export function AnswerText({ parts }: { parts: Message["parts"] }) {
  const sources = new Map<number, Citation>();
  const text = parts
    .map((part) => {
      if (part.type === "text") return part.text.replace(ours, "");
      if (part.type === "products") return "";
      sources.set(part.citation.number, part.citation);
      return `${OPEN}${part.citation.number}${CLOSE}`;
    })
    .join("")
    // A source that follows a line break belongs to what was said before it.
    .replace(/(\s+)((?:\ue000\d+\ue001)+)/g, "$2$1");
  return (
    <>
      <Markdown text={text} write={(words) => writeSources(words, sources)} />
      {parts.map((part, at) => part.type === "products" && <ProductCards key={at} part={part} />)}
    </>
  );
}

function writeSources(words: string, sources: ReadonlyMap<number, Citation>): ReactNode {
  const pieces = words.split(marks);
  if (pieces.length === 1) return words;
  return pieces.map((piece, place) => {
    if (place % 2 === 0) return <Fragment key={place}>{piece}</Fragment>;
    const source = sources.get(Number(piece));
    return source && <SourceChip key={place} source={source} />;
  });
}

function SourceChip({ source }: { source: Citation }) {
  const texts = useConversationTexts();
  const { number, title, text, url, link, place } = source;
  return (
    <Popover
      label={texts.sourceCard}
      className="w-90"
      trigger={
        <button
          type="button"
          aria-label={texts.source(number, title)}
          className="relative mx-0.5 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-control bg-accent-soft px-1 align-[1px] text-xs font-medium text-accent-text tabular-nums after:absolute after:-inset-1 hover:bg-pressed pointer-coarse:after:-inset-3"
        >
          {number}
        </button>
      }
    >
      <p className="font-medium wrap-anywhere">
        <bdi>{title}</bdi>
      </p>
      {place && <p className="text-sm wrap-anywhere">{placeWords(place)}</p>}
      <blockquote
        dir="auto"
        className="mt-1.5 border-s-2 border-line-strong ps-2.5 text-sm wrap-anywhere whitespace-pre-line text-muted"
      >
        {text}
      </blockquote>
      {url === null ? (
        source.verified === true && <p className="mt-2 text-sm text-muted">{texts.ownWord}</p>
      ) : (
        <p className="mt-2 text-sm wrap-anywhere">
          {source.checkedAt !== undefined && (
            <span className="mb-0.5 block text-xs text-muted">
              {texts.checked} <Time at={source.checkedAt} />
            </span>
          )}
          <TextLink href={link ?? url}>{texts.openPage}</TextLink>
          <span className="mt-0.5 block truncate text-xs text-muted">{url}</span>
        </p>
      )}
    </Popover>
  );
}
