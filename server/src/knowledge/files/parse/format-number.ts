import { attributeOf, childOf, childrenOf } from "./read-xml.ts";
import type { Element } from "../../extract/parse-html.ts";

/** How a cell shows its number. */
export interface CellFormat {
  kind: "general" | "number" | "percent" | "date" | "time" | "datetime";
  decimals: number | undefined;
  /** A sign or letters before or after it, such as `€`. */
  before: string;
  after: string;
}

const GENERAL: CellFormat = { kind: "general", decimals: undefined, before: "", after: "" };

/** The formats of Excel that have numbers and no text in the file. */
const builtIn: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "$#,##0",
  6: "$#,##0",
  7: "$#,##0.00",
  8: "$#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
};

/** One for each style of a workbook's cells. */
export function cellFormats(styles: Element | undefined): CellFormat[] {
  const own = new Map(
    childrenOf(childOf(styles, "numFmts"), "numFmt").map((one) => [
      Number(attributeOf(one, "numFmtId")),
      attributeOf(one, "formatCode") ?? "",
    ]),
  );
  return childrenOf(childOf(styles, "cellXfs"), "xf").map((one) => {
    const id = Number(attributeOf(one, "numFmtId") ?? 0);
    return readFormat(own.get(id) ?? builtIn[id] ?? "");
  });
}

export function readFormat(code: string): CellFormat {
  const [first = ""] = code.split(";");
  const bare = first
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .replace(/_.|\*./g, "")
    .replace(/\\(.)/g, '"$1"');
  const marks = bare.replace(/"[^"]*"/g, "");
  if (bare.trim() === "" || /^(general|@)$/i.test(marks.trim())) return GENERAL;
  const hasDate = /[yd]/i.test(marks);
  const hasTime = /[hs]/i.test(marks);
  if (hasDate || hasTime || /^\W*m+\W*$/i.test(marks))
    return { ...GENERAL, kind: hasDate && hasTime ? "datetime" : hasTime ? "time" : "date" };
  const decimals = /\.([0#?]+)/.exec(marks)?.[1]?.length ?? 0;
  if (marks.includes("%")) return { ...GENERAL, kind: "percent", decimals };
  if (!/[0#?]/.test(marks) || /E[+-]/i.test(marks) || marks.includes("/")) return GENERAL;
  const [before = "", after = ""] = bare.split(/[0#?,.\s]*[0#?][0#?,.]*/);
  return { kind: "number", decimals, before: literal(before), after: literal(after) };
}

const literal = (text: string): string => text.replace(/["()+-]/g, "").trim();

/** As the sheet shows it, but for thousands' separators; dates as `2026-03-01`. */
export function formatNumber(value: number, format: CellFormat | undefined, date1904 = false): string {
  if (!Number.isFinite(value)) return "";
  const { kind, decimals, before, after } = format ?? GENERAL;
  if (kind === "date" || kind === "time" || kind === "datetime")
    return formatDate(value, kind, date1904) ?? plain(value);
  if (kind === "percent") return `${trimmed(value * 100, decimals)}%`;
  if (kind === "general") return plain(value);
  const number = decimals === undefined ? plain(value) : value.toFixed(Math.min(decimals, 10));
  const sign = before === "" || /[€$£¥₹₽₩₺]$/.test(before) ? before : `${before} `;
  return `${sign}${number}${after === "" ? "" : ` ${after}`}`;
}

/** Eleven digits, as a sheet has room for. */
function plain(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : value.toExponential();
  return String(Number(value.toPrecision(11)));
}

const trimmed = (value: number, decimals: number | undefined): string =>
  decimals === undefined ? plain(value) : String(Number(value.toFixed(Math.min(decimals, 10))));

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

function formatDate(serial: number, kind: "date" | "time" | "datetime", date1904: boolean): string | undefined {
  if (serial < 0 || serial > 2_958_466) return undefined;
  const time = (date1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(serial * 86_400) * 1_000;
  const iso = new Date(time).toISOString();
  const clock = iso.slice(11, 16) + (iso.slice(17, 19) === "00" ? "" : iso.slice(16, 19));
  if (kind === "time" && serial < 1) return clock;
  const day = iso.slice(0, 10);
  return kind === "date" || time % DAY_MS === 0 ? day : `${day} ${clock}`;
}
