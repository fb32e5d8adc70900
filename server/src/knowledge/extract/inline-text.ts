import { hintOf, textOf, unsaid } from "./dom.ts";
import type { Element, Node } from "./parse-html.ts";

export interface InlineContext {
  base: string;
}

const silent = new Set<string>([...unsaid, "select", "input", "textarea"]);

/** Running text: links by their words, code marked, line breaks kept as one newline, a double one as a paragraph. */
export function inlineText(nodes: readonly Node[], context: InlineContext): string {
  const raw = nodes.map((node) => pieceOf(node, context)).join("");
  return raw
    .replace(/[\t\r\f\v \u00a0\u2028\u2029]+/g, " ")
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, "")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function pieceOf(node: Node, context: InlineContext): string {
  if (node.type === "text") return node.text.replace(/\s+/g, " ");
  const { name } = node;
  if (silent.has(name)) return "";
  if (name === "br") return "\n";
  if (name === "img") return imageOf(node);
  // A formula is read sign by sign, as it stands.
  if (name === "math") return ` ${textOf(node) || squeeze(node.attributes["alttext"] ?? "")} `;
  const text = node.children.map((child) => pieceOf(child, context)).join("");
  if (name === "a") return linkOf(node, text, context);
  if (
    (name === "code" || name === "kbd" || name === "samp" || name === "tt") &&
    text.trim() !== "" &&
    !text.includes("`")
  )
    return `\`${text.trim()}\``;
  if (name === "sup" && /^\s*\[\d+\]\s*$/.test(text)) return "";
  if (name === "q") return `"${text}"`;
  return name === "p" || name === "div" || name === "li" || name === "td" ? ` ${text} ` : text;
}

/** Alternative text counts where somebody took the trouble to write a sentence. */
function imageOf({ attributes, parent }: Element): string {
  const alt = squeeze(attributes["alt"] ?? "");
  const isSaid = alt.split(" ").length >= 4 && !/\.(png|jpe?g|gif|svg|webp)$/i.test(alt) && parent?.name !== "a";
  return isSaid &&
    attributes["role"] !== "presentation" &&
    !/avatar|logo|icon/i.test(hintOf({ attributes, parent, type: "element", name: "img", children: [] }))
    ? ` ${alt} `
    : "";
}

const vague =
  /^(?:here|click here|this|this page|this link|link|download|more|read more|learn more|website|hier|ici|aquí|qui|pdf|\S{0,2})$/i;

/** The address is told where the words alone do not: mail, telephone, downloads, and "here". */
function linkOf(link: Element, text: string, { base }: InlineContext): string {
  const href = (link.attributes["href"] ?? "").trim();
  const words = squeeze(text);
  if (words === "") return text;
  const mail = /^(?:mailto|tel):([^?]+)/i.exec(href)?.[1];
  if (mail !== undefined) {
    const address = decode(mail);
    return saysNumber(words, address) || words.toLowerCase().includes(address.toLowerCase())
      ? text
      : `${text} (${address})`;
  }
  const isFile = /\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|epub)(?:[?#]|$)/i.test(href);
  if (!isFile && !vague.test(words)) return text;
  const url = URL.parse(href, base);
  if (!url || !/^https?:$/.test(url.protocol) || href.startsWith("#")) return text;
  return `[${words.replace(/[[\]]/g, "")}](${url.href.replace(/[()]/g, encodeURIComponent).replace(/\(/g, "%28").replace(/\)/g, "%29")})`;
}

/** The end of a number counts: `01603 555018` says `+441603555018`. */
function saysNumber(words: string, address: string): boolean {
  const digits = address.replace(/\D/g, "");
  return digits.length >= 6 && words.replace(/\D/g, "").endsWith(digits.slice(-6));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
