import type { Passage } from "../../../knowledge/index.ts";
import { plainText } from "../plain-text.ts";
import { splitSentences } from "../split-sentences.ts";

/** A piece of a passage that can stand in an answer by itself. */
export interface Unit {
  kind: "sentence" | "item" | "row" | "code";
  /** As it is shown: plain text; code without its fence. */
  text: string;
  /** What is marked in the page: text of one block, for the address of the passage. */
  quote: string;
  /** Number of the block that it stands in. */
  block: number;
  /** The sentence that leads in a list or an example, or the heading inside the passage. */
  lead: string;
}

/** Cuts a passage into its sentences, list items, table rows and examples of code, in order. */
export function readPassage(passage: Passage): Unit[] {
  const reader: Reader = { units: [], lead: "", block: 0, prose: [], language: passage.language };
  const lines = passage.text.split("\n");
  for (let at = 0; at < lines.length;) at = readBlock(reader, lines, at);
  endProse(reader);
  const examples = new Set(reader.units.flatMap(({ kind, text }) => (kind === "code" ? [squeeze(text)] : [])));
  if (examples.size === 0) return reader.units;
  // Notebooks hold an example twice: as such, and as if it were prose.
  return reader.units.filter(({ kind, text }) => kind === "code" || !examples.has(squeeze(text)));
}

const squeeze = (text: string): string => text.replace(/\s+/gu, " ").trim();

interface Reader {
  units: Unit[];
  lead: string;
  block: number;
  prose: string[];
  language: string;
}

function readBlock(reader: Reader, lines: readonly string[], at: number): number {
  const line = lines[at] ?? "";
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return readCode(reader, lines, { at, fence });
  if (line.trim() === "") {
    endProse(reader);
    return at + 1;
  }
  if (HEADING.test(line)) {
    endProse(reader);
    reader.lead = plainText(line.replace(HEADING, ""));
    reader.block += 1;
    return at + 1;
  }
  if (isTable(lines, at)) return readTable(reader, lines, at);
  if (ITEM.test(line)) return readItem(reader, lines, at);
  if (!RULE.test(line)) reader.prose.push(line.replace(QUOTE, ""));
  return at + 1;
}

function endProse(reader: Reader): void {
  if (reader.prose.length === 0) return;
  const runs = parts(reader.prose);
  reader.prose = [];
  reader.block += 1;
  for (const run of runs)
    for (const sentence of splitSentences(plainText(run.join(" ")), reader.language))
      add(reader, { kind: "sentence", text: sentence });
  const last = reader.units.at(-1);
  if (last !== undefined && COLON.test(last.text)) reader.lead = last.text;
}

/**
 * The lines of a paragraph, together where they run on. A page's own line breaks part what it labels ("Hours: 7 to 9")
 * and sentences from what is none; breaks where the next word had no room on the line are those of an editor.
 */
function parts(lines: readonly string[]): string[][] {
  const longest = Math.max(...lines.map((line) => line.length));
  const runs: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? "";
    const word = /^\S*/u.exec(line.trim())?.[0].length ?? 0;
    const hadRoom = before.length < SHORT_LINE || before.length + 1 + word <= longest || LISTING.test(before);
    const isOwn = LABEL.test(line) || (ENDED.test(line) && BEGINS.test(line) && !ENDED.test(before));
    if (at > 0 && !(hadRoom && isOwn && !OPEN.test(before))) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

function readCode(reader: Reader, lines: readonly string[], { at, fence }: { at: number; fence: string }): number {
  endProse(reader);
  const before = reader.units.at(-1);
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? "").trim().startsWith(fence)) end += 1;
  const code = lines
    .slice(at + 1, end)
    .join("\n")
    .trimEnd();
  reader.block += 1;
  if (code.trim() !== "") {
    const lead = before?.kind === "sentence" ? before.text : reader.lead;
    reader.units.push({ kind: "code", text: code, quote: code.split("\n", 1)[0] ?? "", block: reader.block, lead });
  }
  return end + 1;
}

function readItem(reader: Reader, lines: readonly string[], at: number): number {
  endProse(reader);
  let text = (lines[at] ?? "").replace(ITEM, "");
  let end = at + 1;
  while (end < lines.length) {
    const next = lines[end] ?? "";
    if (next.trim() === "" || ITEM.test(next) || HEADING.test(next) || FENCE.test(next) || isTable(lines, end)) break;
    text += ` ${next.trim()}`;
    end += 1;
  }
  reader.block += 1;
  const plain = plainText(text);
  const sentences = splitSentences(plain, reader.language);
  if (plain.length <= LONG_ITEM || sentences.length === 1) add(reader, { kind: "item", text: plain });
  else for (const sentence of sentences) add(reader, { kind: "sentence", text: sentence });
  return end;
}

function readTable(reader: Reader, lines: readonly string[], at: number): number {
  endProse(reader);
  let end = at;
  while (end < lines.length && (lines[end] ?? "").trim().startsWith("|")) end += 1;
  const rows = lines.slice(at, end).map(cells);
  const hasHeader = rows.length > 1 && (rows[1] ?? []).every((cell) => SEPARATOR.test(cell));
  const header = hasHeader ? (rows[0] ?? []) : [];
  for (const row of hasHeader ? rows.slice(2) : rows) {
    reader.block += 1;
    if (row.every((cell) => SEPARATOR.test(cell))) continue;
    add(reader, { kind: "row", text: rowText(header, row), quote: row.find((cell) => cell !== "") ?? "" });
  }
  return end;
}

/** "Opens: 8:00; Closes: 20:00", which reads well wherever the row stood in its table. */
function rowText(header: readonly string[], row: readonly string[]): string {
  if (header.every((cell) => cell === "")) return row.filter((cell) => cell !== "").join(": ");
  const named = row.flatMap((cell, column) => {
    if (cell === "" || cell === "-") return [];
    const name = header[column] ?? "";
    return [name === "" || name === cell ? cell : `${name}: ${cell}`];
  });
  return named.join("; ");
}

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/gu, "")
    .split(/(?<!\\)\|/u)
    .map((cell) => plainText(cell));
}

function isTable(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? "").trim();
  return line.startsWith("|") && line.indexOf("|", 1) > 0;
}

function add(reader: Reader, { kind, text, quote = text }: { kind: Unit["kind"]; text: string; quote?: string }): void {
  if (!CONTENT.test(text) || isFurniture(text)) return;
  if (kind === "sentence" && isNoProse(text)) return;
  reader.units.push({ kind, text, quote, block: reader.block, lead: reader.lead === text ? "" : reader.lead });
}

/** What every page has and no answer needs: the way to a page, a link to read on, the prompt of a notebook. */
function isFurniture(text: string): boolean {
  if (text.length > LONGEST_FURNITURE) return false;
  return PROMPT.test(text) || ONWARD.test(text) || CRUMBS.test(text);
}

/** Code that has lost its fence, and frames drawn with signs. */
function isNoProse(text: string): boolean {
  if (FRAME.test(text)) return true;
  const signs = text.match(CODE_SIGNS)?.length ?? 0;
  return signs >= FEWEST_SIGNS && signs * SIGN_EVERY > text.length;
}

const FRAME = /[\u2500-\u257f]/u;
const CODE_SIGNS = /[={}[\]<>_\\|#]|(?<=[\p{L}\p{N}_])\(/gu;
const FEWEST_SIGNS = 8;
/** One sign in so many letters, and more, is no prose. */
const SIGN_EVERY = 16;
const LONGEST_FURNITURE = 120;
const PROMPT = /^(?:In|Out) ?\[[ \d*]*\]:?$/u;
const ONWARD =
  /^(?:(?:read|learn|see|show|view|find out) more(?: about .{1,40})?|more details|click here|back to top|skip to (?:main )?content|edit (?:this page|on github)|share this(?: page)?|mehr erfahren|mehr lesen|weiterlesen|zum inhalt springen|nach oben|en savoir plus|lire la suite|leer más|saber más|saiba mais|leia mais|leggi di più|scopri di più|lees meer|lees verder|czytaj więcej|citește mai mult|află mai multe|daha fazla(?:sı)?|devamını oku|xem thêm|đọc thêm|подробнее|читать далее|читати далі|διαβάστε περισσότερα|περισσότερα|اقرأ المزيد|المزيد|קרא עוד|और पढ़ें|อ่านต่อ|อ่านเพิ่มเติม|阅读更多|查看更多|更多|続きを読む|もっと見る|더 보기|자세히 보기)[\s.…›»→>!]*$/iu;
// No part holds what parts it from the next: there is one way alone to read a line.
const CRUMBS = /^(?:(?! [›»>/] )[^.!?]){1,40}(?: [›»>/] (?:(?! [›»>/] )[^.!?›»>]){1,40}){2,}$/u;
const SHORT_LINE = 50;
/** "Audacity, Logic Pro 9, Garage Band". */
const LISTING = /^[^.!?]+,[^.!?]+,[^.!?]+$/u;
const LABEL = /^\s*(?:\*\*)?\p{Lu}[^:.!?]{1,28}:(?:\*\*)?(?:\s|$)/u;
const ENDED = /[.!?…。！？।؟][\s"'”’»)\]*_]*$/u;
const BEGINS = /^\s*["'“„«(*_]*\p{Lu}/u;
const OPEN = /[,;–—-]\s*$/u;
const LONG_ITEM = 220;
const FENCE = /^\s*(```+|~~~+)/u;
const HEADING = /^#{1,6}\s+/u;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/u;
const QUOTE = /^\s*(?:>\s?)+/u;
const RULE = /^\s*(?:[-*_=]\s*){3,}$/u;
const SEPARATOR = /^[\s:-]*$/u;
const COLON = /[:：]$/u;
const CONTENT = /[\p{L}\p{N}]/u;
