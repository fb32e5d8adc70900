import { hintOf, inline, textOf, unsaid } from "./dom.ts";
import type { Element, Node } from "./parse-html.ts";
import { inlineText, squeeze } from "./inline-text.ts";
import { isDataTable, tableMarkdown } from "./table-markdown.ts";

export interface MarkdownContext {
  /** What relative addresses stand on. */
  base: string;
}

/** Blocks of Markdown, in order, of what stands below an element. */
export function toMarkdown(root: Element, context: MarkdownContext): string {
  return withoutEchoes(blocksOf(root, { ...context, level: 1 })).join("\n\n");
}

/** What is said twice in a row, as a picture's words and the heading beside it, is told once: as the heading. */
function withoutEchoes(blocks: readonly string[]): string[] {
  return blocks.filter((block, at) => {
    const next = blocks[at + 1];
    return next === undefined || bare(block) !== bare(next) || bare(block) === "";
  });
}

const bare = (block: string): string => block.replace(/^#{1,6} |\*\*/g, "");

interface State extends MarkdownContext {
  /** Of the last heading, so that what is folded away beneath it comes one lower. */
  level: number;
}

const passed = new Set<string>([...unsaid, "head", "title", "select", "input", "textarea", "hr"]);

/** The state is shared on purpose: headings count on through all levels. */
function blocksOf(parent: Element, state: State): string[] {
  const blocks: string[] = [];
  let run: Node[] = [];
  const flush = () => {
    const text = inlineText(run, state);
    run = [];
    for (const paragraph of text.split(/\n{2,}/))
      if (squeeze(paragraph) !== "") blocks.push(escapeStart(paragraph.trim()));
  };
  for (const child of parent.children) {
    if (child.type === "text" || isInline(child)) run.push(child);
    else {
      flush();
      if (!passed.has(child.name)) blocks.push(...blockOf(child, state));
    }
  }
  flush();
  return blocks;
}

/** An `a` around whole blocks (a card) is a block. */
function isInline(element: Element): boolean {
  if (element.name === "math") return true;
  if (!inline.has(element.name)) return passed.has(element.name) && element.name !== "hr";
  return element.children.every((child) => child.type === "text" || isInline(child));
}

function blockOf(element: Element, state: State): string[] {
  const { name } = element;
  if (/^h[1-6]$/.test(name)) return headingOf(element, Number(name[1]), state);
  if (name === "summary") return headingOf(element, Math.min(6, state.level + 1), { ...state });
  if (name === "pre") return codeOf(element);
  if (name === "ul" || name === "ol" || name === "menu") return listOf(element, state);
  if (name === "dl") return definitionsOf(element, state);
  if (name === "blockquote") return quoteOf(element, state);
  if (name === "table" && isCode(element)) return codeOf(element);
  if (name === "table" && isDataTable(element)) return tableMarkdown(element, state);
  if (name === "figure") return figureOf(element, state);
  return blocksOf(element, state);
}

function headingOf(element: Element, level: number, state: State): string[] {
  const said = squeeze(inlineText(element.children.flatMap(withoutPermalink), state));
  // What is long is no heading, whatever the tag says.
  if (said.length > 620) return [said];
  const text = said.replace(/\s*[¶#]$/, "").replace(/^(.{3,}) \1$/, "$1");
  if (text === "") return [];
  if (text.length > 300) return [text];
  state.level = level;
  return [`${"#".repeat(level)} ${text}`];
}

/** The little link beside a heading that leads to itself. */
function withoutPermalink(node: Node): Node[] {
  if (node.type === "text" || node.name !== "a") return [node];
  const text = textOf(node);
  return /^[¶#§🔗]?$/u.test(text) || /headerlink|anchor-?link|permalink/i.test(hintOf(node))
    ? text.length > 3
      ? [node]
      : []
    : [node];
}

function codeOf(element: Element): string[] {
  const text = rawText(element).replace(/^\n+/, "").trimEnd();
  if (text.trim() === "") return [];
  const language =
    /\b(?:language|lang|highlight-source|highlight)-([a-z0-9+#]{1,20})/i.exec(languageHints(element))?.[1] ?? "";
  const marks = "`".repeat(Math.max(3, ...[...text.matchAll(/`{3,}/g)].map(([found]) => found.length + 1)));
  return [`${marks}${language.toLowerCase()}\n${text}\n${marks}`];
}

function languageHints(element: Element): string {
  const inside = element.children.flatMap((child) =>
    child.type === "element" && child.name === "code" ? [hintOf(child)] : [],
  );
  return [
    hintOf(element),
    ...inside,
    element.parent ? hintOf(element.parent) : "",
    element.parent?.parent ? hintOf(element.parent.parent) : "",
  ].join(" ");
}

/** Code in a table: line numbers in one cell, the lines in the next. */
function isCode(table: Element): boolean {
  return /\b(highlighttable|highlight|rouge-table|code-table)\b/i.test(hintOf(table)) && rawText(table).trim() !== "";
}

function rawText(node: Node): string {
  if (node.type === "text") return node.text;
  if (node.name === "br") return "\n";
  if (passed.has(node.name) || /\b(linenos|lineno|gutter|line-numbers)\b/i.test(hintOf(node))) return "";
  const text = node.children.map(rawText).join("");
  return node.name === "div" || node.name === "tr" || node.name === "p" ? `${text}\n` : text;
}

function listOf(list: Element, state: State): string[] {
  const lines: string[] = [];
  const start = Number(list.attributes["start"] ?? 1);
  let number = Number.isInteger(start) ? start : 1;
  const loose: Element = { ...list, name: "div", children: [] };
  for (const child of list.children) {
    if (child.type === "element" && child.name === "li") {
      const mark = list.name === "ol" ? `${number}. ` : "- ";
      const [first, ...rest] = itemOf(child, state);
      if (first === undefined) continue;
      number += 1;
      lines.push(mark + first);
      for (const line of rest) lines.push(line === "" ? "" : `${" ".repeat(mark.length)}${line}`);
    } else loose.children.push(child);
  }
  const others = loose.children.some((child) => child.type === "element") ? blocksOf(loose, state) : [];
  // A list that holds whole sections is no list for a reader.
  if (lines.length === 0) return others;
  return [lines.join("\n").replace(/\n{2,}/g, "\n\n"), ...others];
}

function itemOf(item: Element, state: State): string[] {
  const blocks = withoutEchoes(blocksOf(item, { ...state }));
  return blocks.flatMap((block, at) => {
    const plain = block.replace(/^#{1,6} (.*)$/s, "**$1**");
    const isList = /^(?:- |\d+\. )/.test(plain);
    return at === 0 || isList ? plain.split("\n") : ["", ...plain.split("\n")];
  });
}

function definitionsOf(list: Element, state: State): string[] {
  const blocks: string[] = [];
  let terms: string[] = [];
  for (const child of list.children.flatMap(unwrapDivs)) {
    if (child.type === "text") continue;
    if (child.name === "dt") terms.push(squeeze(inlineText([child], state)));
    else if (child.name === "dd") {
      const body = blocksOf(child, state);
      const term = terms.filter((text) => text !== "").join(", ");
      terms = [];
      if (term === "") blocks.push(...body);
      else if (isQuestion(term)) blocks.push(...headingText(term, state), ...body);
      else if (body.length === 1 && !/^[#|`-]/.test(body[0] ?? "")) blocks.push(`**${term}**: ${body[0] ?? ""}`);
      else blocks.push(`**${term}**`, ...body);
    } else blocks.push(...blockOf(child, state));
  }
  if (terms.length > 0) blocks.push(...terms.filter((text) => text !== ""));
  return blocks;
}

const isQuestion = (text: string): boolean => /[?？؟;]$/.test(text) && text.length > 8;

const headingText = (text: string, state: State): string[] => [`${"#".repeat(Math.min(6, state.level + 1))} ${text}`];

function unwrapDivs(node: Node): Node[] {
  return node.type === "element" && node.name === "div" ? node.children : [node];
}

function quoteOf(element: Element, state: State): string[] {
  const text = blocksOf(element, { ...state }).join("\n\n");
  return text === "" ? [] : [text.replace(/^/gm, "> ").replace(/^> $/gm, ">")];
}

function figureOf(figure: Element, state: State): string[] {
  return blocksOf(figure, state);
}

/** A paragraph must not begin as a heading, a list or a quotation would. */
function escapeStart(text: string): string {
  return text.replace(/^(#{1,6}(?=\s|$)|[-+>](?=\s)|\|)/gm, "\\$1").replace(/^(\d{1,9})([.)])(?=\s)/gm, "$1\\$2");
}
