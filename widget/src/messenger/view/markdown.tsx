import type { ComponentChildren } from "preact";
import type { Citation } from "@parley/contracts";
import type { Block, Inline } from "../markdown/types.ts";
import { fill } from "../../texts/fill.ts";
import { useTexts } from "./context.ts";

interface Props {
  blocks: Block[];
  known: Citation[];
  onCite: (number: number, anchor: HTMLElement) => void;
}

/** Draws the tree as elements; nothing of it is ever read as HTML. */
export function Markdown(props: Props) {
  return <>{props.blocks.map((block) => drawBlock(block, props))}</>;
}

function drawBlock(block: Block, props: Props): ComponentChildren {
  switch (block.type) {
    case "paragraph":
      return <p>{inline(block.children, props)}</p>;
    case "heading":
      return <p class="heading">{inline(block.children, props)}</p>;
    case "quote":
      return <blockquote>{block.children.map((child) => drawBlock(child, props))}</blockquote>;
    case "code":
      return (
        <pre dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case "rule":
      return <hr />;
    case "list":
      return drawList(block, props);
    case "table":
      return drawTable(block, props);
  }
}

function drawList(block: Extract<Block, { type: "list" }>, props: Props) {
  const items = block.items.map((item) => <li>{item.map((child) => drawItem(child, item.length, props))}</li>);
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

/** A list of short lines needs no paragraphs in it. */
function drawItem(child: Block, count: number, props: Props): ComponentChildren {
  return child.type === "paragraph" && count === 1 ? inline(child.children, props) : drawBlock(child, props);
}

function drawTable(block: Extract<Block, { type: "table" }>, props: Props) {
  return (
    <div class="table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th scope="col">{inline(cell, props)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{inline(cell, props)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chip stays on the line of the word it proves. */
function inline(nodes: Inline[], props: Props): ComponentChildren {
  const drawn: ComponentChildren[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    const chips = nodes.slice(at + 1, firstOther(nodes, at + 1));
    const word = typeof node === "string" && chips.length > 0 ? /\S{1,24}$/.exec(node) : null;
    if (typeof node !== "string" || word === null) {
      drawn.push(drawInline(node, props));
      continue;
    }
    drawn.push(node.slice(0, word.index));
    drawn.push(
      <span class="keep">
        {word[0]}
        {chips.map((chip) => drawInline(chip, props))}
      </span>,
    );
    at += chips.length;
  }
  return drawn;
}

function firstOther(nodes: Inline[], from: number): number {
  const other = nodes.slice(from).findIndex((node) => typeof node === "string" || node.type !== "cite");
  return other === -1 ? nodes.length : from + other;
}

function drawInline(node: Inline, props: Props): ComponentChildren {
  if (typeof node === "string") return node;
  switch (node.type) {
    case "strong":
      return <strong>{inline(node.children, props)}</strong>;
    case "em":
      return <em>{inline(node.children, props)}</em>;
    case "del":
      return <del>{inline(node.children, props)}</del>;
    case "code":
      return <code>{node.text}</code>;
    case "break":
      return <br />;
    case "link":
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer nofollow">
          {inline(node.children, props)}
        </a>
      );
    case "cite":
      return <CiteChip number={node.number} props={props} />;
  }
}

function CiteChip({ number, props }: { number: number; props: Props }) {
  const texts = useTexts();
  const title = props.known.find((source) => source.number === number)?.title ?? "";
  return (
    <button
      type="button"
      class="cite"
      aria-haspopup="dialog"
      aria-label={`${fill(texts.source, { n: number })}: ${title}`}
      onClick={(event) => props.onCite(number, event.currentTarget)}
    >
      {number}
    </button>
  );
}
