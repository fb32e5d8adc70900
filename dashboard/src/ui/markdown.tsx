import { Fragment, type ReactNode } from "react";
import { TextLink, safeHref } from "./link.tsx";
import { type Block, readMarkdown, type Span } from "./read-markdown.ts";

/** The Markdown that agents write: paragraphs, lists, headings, quotes, code, bold, italic, links. Nothing of it is HTML. */
export function Markdown({ text, className, write = asItIs }: MarkdownProps) {
  return (
    <div dir="auto" className={`space-y-2.5 wrap-anywhere ${className ?? ""}`}>
      {readMarkdown(text).map((block, place) => (
        <BlockView key={place} block={block} write={write} />
      ))}
    </div>
  );
}

export interface MarkdownProps {
  text: string;
  className?: string;
  /** Draws plain text, where marks of the caller's own stand in it. */
  write?: Write;
}

type Write = (text: string) => ReactNode;
const asItIs: Write = (text) => text;

function BlockView({ block, write }: { block: Block; write: Write }) {
  const spans = (all: readonly Span[]) => spansView(all, write);
  if (block.kind === "code")
    return (
      <pre dir="ltr" tabIndex={0} className="overflow-x-auto rounded-control bg-sunken p-3 text-sm">
        <code>{block.text}</code>
      </pre>
    );
  if (block.kind === "rule") return <hr className="border-line" />;
  if (block.kind === "heading")
    return (
      <p role="heading" aria-level={Math.min(6, block.level + 2)} className="font-semibold">
        {spans(block.spans)}
      </p>
    );
  if (block.kind === "quote")
    return <blockquote className="border-s-2 border-line-strong ps-3 text-muted">{spans(block.spans)}</blockquote>;
  if (block.kind === "paragraph") return <p className="whitespace-pre-line">{spans(block.spans)}</p>;
  if (block.kind === "table") return <TableView block={block} write={write} />;
  const content = block.items.map((item, place) => <li key={place}>{spans(item)}</li>);
  return block.ordered ? (
    <ol start={block.start} className="list-decimal space-y-1 ps-6">
      {content}
    </ol>
  ) : (
    <ul className="list-disc space-y-1 ps-5">{content}</ul>
  );
}

function TableView({ block: { head, rows }, write }: { block: Extract<Block, { kind: "table" }>; write: Write }) {
  return (
    <div tabIndex={0} role="group" className="relative overflow-x-auto rounded-control border border-line">
      <table className="w-full text-sm">
        <thead className="border-b border-line bg-page">
          <tr>
            {head.map((cell, place) => (
              <th key={place} className="px-3 py-1.5 text-start font-medium">
                {spansView(cell, write)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row, place) => (
            <tr key={place}>
              {row.map((cell, column) => (
                <td key={column} className="px-3 py-1.5 align-top">
                  {spansView(cell, write)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function spansView(all: readonly Span[], write: Write): ReactNode {
  return all.map((span, place) => <Fragment key={place}>{spanView(span, write)}</Fragment>);
}

function spanView(span: Span, write: Write): ReactNode {
  if (span.kind === "text") return write(span.text);
  if (span.kind === "code") return <code className="rounded-[4px] bg-sunken px-1 py-0.5">{span.text}</code>;
  const inner = spansView(span.spans, write);
  if (span.kind === "bold") return <strong className="font-semibold">{inner}</strong>;
  if (span.kind === "italic") return <em>{inner}</em>;
  return safeHref(span.href) ? <TextLink href={span.href}>{inner}</TextLink> : inner;
}
