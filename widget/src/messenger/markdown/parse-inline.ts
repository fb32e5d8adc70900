import { safeLink } from "./safe-link.ts";
import type { Inline } from "./types.ts";

/** A citation inside the text: two characters of the private use area around its number. */
export const CITE_OPEN = "\uE000";
export const CITE_CLOSE = "\uE001";

const DEPTH = 6;
const SPECIAL = /[\\`*_~[!\n\uE000h@]/g;
const EMPHASIS = [
  { mark: "**", type: "strong" },
  { mark: "__", type: "strong" },
  { mark: "~~", type: "del" },
  { mark: "*", type: "em" },
  { mark: "_", type: "em" },
] as const;

interface Context {
  text: string;
  /** More text is on its way: what is open at the end is shown as if it were closed. */
  growing: boolean;
  depth: number;
}

/** One line or paragraph of Markdown as a tree. Anything that is not understood stays text. */
export function parseInline(text: string, growing = false, depth = 0): Inline[] {
  if (depth > DEPTH) return [text];
  const context: Context = { text, growing, depth };
  const nodes: Inline[] = [];
  let from = 0;
  SPECIAL.lastIndex = 0;
  let at = nextSpecial(text, 0);
  while (at < text.length) {
    const found = readAt(context, at);
    if (found === null) {
      at = nextSpecial(text, at + 1);
      continue;
    }
    const start = at - (found.back ?? 0);
    if (start > from) nodes.push(text.slice(from, start));
    nodes.push(...found.nodes);
    from = found.end;
    at = nextSpecial(text, found.end);
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

interface Found {
  nodes: Inline[];
  end: number;
  /** How many characters before `at` belong to it. */
  back?: number;
}

function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(text)?.index ?? text.length;
}

function readAt(context: Context, at: number): Found | null {
  const char = context.text[at];
  if (char === "\n") return { nodes: [{ type: "break" }], end: at + 1 };
  if (char === "\\") return escaped(context.text, at);
  if (char === "`") return code(context, at);
  if (char === "[") return link(context, at);
  if (char === "!") return context.text[at + 1] === "[" ? image(context, at) : null;
  if (char === CITE_OPEN) return cite(context.text, at);
  if (char === "h") return bareLink(context.text, at);
  if (char === "@") return bareMail(context.text, at);
  return emphasis(context, at);
}

function escaped(text: string, at: number): Found | null {
  const next = text[at + 1] ?? "";
  return /[\\`*_~[\]()#+\-.!|>]/.test(next) ? { nodes: [next], end: at + 2 } : null;
}

function code({ text, growing }: Context, at: number): Found | null {
  const ticks = /^`+/.exec(text.slice(at, at + 3))?.[0] ?? "`";
  const close = text.indexOf(ticks, at + ticks.length);
  if (close === -1 && !growing) return null;
  const inner = text.slice(at + ticks.length, close === -1 ? undefined : close);
  if (inner.length === 0) return growing && close === -1 ? { nodes: [], end: text.length } : null;
  return { nodes: [{ type: "code", text: inner }], end: close === -1 ? text.length : close + ticks.length };
}

function emphasis(context: Context, at: number): Found | null {
  const { text, growing, depth } = context;
  for (const { mark, type } of EMPHASIS) {
    if (!text.startsWith(mark, at)) continue;
    const inside = at + mark.length;
    const before = text[at - 1] ?? " ";
    if (mark.startsWith("_") && /[\p{L}\p{N}]/u.test(before)) return null;
    if (/\s/.test(text[inside] ?? (growing ? "x" : " "))) return null;
    const close = closing(text, mark, inside);
    if (close === -1 && !growing) continue;
    const inner = text.slice(inside, close === -1 ? undefined : close);
    if (inner === "") return growing ? { nodes: [], end: text.length } : null;
    const children = parseInline(inner.replace(close === -1 ? /[*_~]+$/ : /$^/, ""), growing, depth + 1);
    return { nodes: [{ type, children }], end: close === -1 ? text.length : close + mark.length };
  }
  return null;
}

/** Where the mark closes: not after a space, and a single one is not half of a double one. */
function closing(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const single = mark.length === 1;
    const doubled = single && (text[at + 1] === mark || text[at - 1] === mark);
    const inWord = mark.startsWith("_") && /[\p{L}\p{N}]/u.test(text[at + mark.length] ?? " ");
    const outer = !single && text[at + mark.length] === mark[0] ? at + 1 : at;
    if (at > from && !doubled && !inWord && !/\s/.test(text[at - 1] ?? " ")) return outer;
    if (at - from > 2_000) return -1;
  }
  return -1;
}

function link(context: Context, at: number): Found | null {
  const { text, growing, depth } = context;
  const match =
    /^\[([^[\]\n]{1,500})\]\(\s*<?([^\s()<>]{1,2048}(?:\([^\s()]{0,200}\))?[^\s()<>]{0,200})>?(?:\s+"[^"\n]{0,200}")?\s*\)/.exec(
      text.slice(at, at + 3_500),
    );
  if (match === null) {
    const open = growing ? /^\[([^[\]\n]{1,500})(?:\](?:\([^\s()]*)?)?$/.exec(text.slice(at)) : null;
    return open === null ? null : { nodes: parseInline(open[1] ?? "", true, depth + 1), end: text.length };
  }
  const children = parseInline(match[1] ?? "", false, depth + 1).filter(
    (node) => typeof node === "string" || node.type !== "link",
  );
  const href = safeLink(match[2] ?? "");
  const end = at + match[0].length;
  return href === null ? { nodes: children, end } : { nodes: [{ type: "link", href, children }], end };
}

/** Pictures are not loaded from strangers: the description stays. */
function image(context: Context, at: number): Found | null {
  const match = /^!\[([^[\]\n]{0,500})\]\([^()\n]{0,2048}\)/.exec(context.text.slice(at, at + 3_000));
  return match === null ? null : { nodes: match[1] ? [match[1]] : [], end: at + match[0].length };
}

function cite(text: string, at: number): Found {
  const close = text.indexOf(CITE_CLOSE, at);
  if (close === -1) return { nodes: [], end: text.length };
  return { nodes: [{ type: "cite", number: Number(text.slice(at + 1, close)) }], end: close + 1 };
}

function bareLink(text: string, at: number): Found | null {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ")) return null;
  const match = /^https?:\/\/[^\s<>"'`\uE000]{3,2000}/.exec(text.slice(at, at + 2_010));
  if (match === null) return null;
  const address = match[0].replace(/[.,;:!?)\]}*_~…。,]+$/u, "");
  const href = safeLink(address);
  return href === null ? null : { nodes: [{ type: "link", href, children: [address] }], end: at + address.length };
}

function bareMail(text: string, at: number): Found | null {
  const before = /[\w.+-]{1,64}$/.exec(text.slice(Math.max(0, at - 64), at))?.[0];
  const after = /^@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}\b/i.exec(text.slice(at, at + 260))?.[0];
  if (before === undefined || after === undefined) return null;
  const address = before + after;
  const node: Inline = { type: "link", href: `mailto:${address}`, children: [address] };
  return { nodes: [node], end: at + after.length, back: before.length };
}
