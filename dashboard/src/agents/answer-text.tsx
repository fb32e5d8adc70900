import { type Citation, placeWords } from "@parley/contracts";
import { Fragment } from "react";
import { cx, Markdown, Popover, ProductCards, TextLink } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { Exchange } from "./use-preview.ts";

/** An answer as it grows: its words, and chips that open the sources. */
export function AnswerText({ exchange, name }: { exchange: Exchange; name: string }) {
  const texts = useAgentsTexts();
  const sources = sourcesOf(exchange);
  const text = exchange.pieces
    .map((piece) =>
      piece.kind === "text"
        ? piece.text.replace(/[\ue000\ue001]/gu, "")
        : piece.kind === "citation"
          ? `${OPEN}${piece.citation.number}${CLOSE}`
          : "",
    )
    .join("");
  const isWaiting = text === "" && exchange.problem === null && exchange.reason === null;
  return (
    <div className="space-y-2">
      <span className="sr-only">{texts.agentSaid(name)}</span>
      {isWaiting && <Waiting />}
      {text !== "" && <Prose text={text} sources={sources} />}
      {exchange.pieces.map((piece, at) => piece.kind === "products" && <ProductCards key={at} part={piece.part} />)}
      {exchange.problem !== null && <p className="text-danger-text">{exchange.problem}</p>}
      {exchange.reason === "stopped" && <p className="text-sm text-muted">{texts.stopped}</p>}
    </div>
  );
}

function Waiting() {
  const texts = useAgentsTexts();
  return (
    <span role="status" className="inline-flex h-6 items-center gap-1">
      <span className="sr-only">{texts.thinking}</span>
      {[0, 1, 2].map((place) => (
        <span
          key={place}
          aria-hidden
          className="size-1.5 animate-pulse rounded-full bg-line-control"
          style={{ animationDelay: `${place * 180}ms` }}
        />
      ))}
    </span>
  );
}

/** Signs that no answer holds, around the number of a source. */
const [OPEN, CLOSE] = ["\ue000", "\ue001"];
const MARK = /\s?\ue000(\d+)\ue001/u;

/** Markdown with the chips where the marks stand, also within lists and tables. */
function Prose({ text, sources }: { text: string; sources: ReadonlyMap<number, Citation> }) {
  // A source that follows a line break belongs to what was said before it.
  const placed = text.replace(/(\s+)((?:\ue000\d+\ue001)+)/gu, "$2$1");
  const write = (words: string) =>
    words.split(MARK).map((part, place) => {
      if (place % 2 === 0) return <Fragment key={place}>{part}</Fragment>;
      const citation = sources.get(Number(part));
      return (
        citation && (
          <Fragment key={place}>
            {" "}
            <SourceChip citation={citation} />
          </Fragment>
        )
      );
    });
  return <Markdown text={placed} write={write} />;
}

export function SourceChip({ citation }: { citation: Citation }) {
  const texts = useAgentsTexts();
  const { number, title, text, link, url, verified, place } = citation;
  const shownTitle = verified === true ? texts.verifiedSource : title;
  return (
    <Popover
      label={shownTitle}
      trigger={
        <button
          type="button"
          aria-label={`${number}: ${shownTitle}`}
          className={cx(
            "inline-grid h-4.5 min-w-4.5 -translate-y-px place-items-center rounded-full px-1 align-middle text-xs font-medium tabular-nums",
            "bg-accent-soft text-accent-text hover:bg-accent hover:text-on-accent",
          )}
        >
          {number}
        </button>
      }
    >
      <div className="max-w-80 space-y-2 p-1">
        <p className="font-medium wrap-anywhere">{shownTitle}</p>
        {place && <p className="text-sm wrap-anywhere">{placeWords(place)}</p>}
        <p className="line-clamp-6 text-sm text-muted wrap-anywhere">{text}</p>
        {(link ?? url) !== null && <TextLink href={link ?? url ?? ""}>{texts.openPage}</TextLink>}
      </div>
    </Popover>
  );
}

function sourcesOf({ pieces }: Exchange): ReadonlyMap<number, Citation> {
  return new Map(
    pieces.flatMap((piece) => (piece.kind === "citation" ? [[piece.citation.number, piece.citation]] : [])),
  );
}
