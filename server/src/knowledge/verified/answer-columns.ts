/** How a verified answer stands in a file: one row, one cell for each of its fields. */
import { type VerifiedAnswerInput, verifiedAnswerInput } from "@parley/contracts";
import type { z } from "zod";
import { plainCell } from "../csv.ts";
import type { StoredAnswer } from "./verified-store.ts";

export const answerFields = [
  "question",
  "variants",
  "answer",
  "spoken",
  "language",
  "tags",
  "enabled",
  "validFrom",
  "validTo",
] as const;
type Field = (typeof answerFields)[number];

/** What people call the columns. Compared without case, spaces and marks. */
const names: Record<Field, readonly string[]> = {
  question: ["question", "q", "frage", "pregunta", "domanda", "pergunta"],
  variants: ["variants", "variant", "alternatives", "otherwordings", "synonyms", "varianten", "variantes"],
  answer: ["answer", "a", "response", "reply", "antwort", "respuesta", "réponse", "reponse", "risposta", "resposta"],
  spoken: ["spoken", "voice", "voicewording", "spokenanswer"],
  language: ["language", "lang", "locale", "sprache", "idioma", "langue", "lingua"],
  tags: ["tags", "tag", "labels", "topics", "category", "categories"],
  enabled: ["enabled", "on", "active", "aktiv"],
  validFrom: ["validfrom", "from", "startsat", "starts", "begin"],
  validTo: ["validto", "validuntil", "until", "to", "endsat", "ends", "expires"],
};

const nameOf = (header: string) => header.toLowerCase().replace(/[^\p{L}]/gu, "");

/** Which cell is which field; a second column of one name is passed over. */
export function readHeader(cells: readonly string[]): { fields: (Field | null)[]; ignored: string[] } {
  const taken = new Set<Field>();
  const ignored: string[] = [];
  const fields = cells.map((cell): Field | null => {
    const name = nameOf(cell);
    const field = answerFields.find((one) => names[one].includes(name) && !taken.has(one));
    if (field === undefined) {
      if (cell.trim() !== "") ignored.push(cell.trim());
      return null;
    }
    taken.add(field);
    return field;
  });
  return { fields, ignored };
}

export const toRow = (answer: StoredAnswer): string[] => answerFields.map((field) => cellOf(answer[field], field));

const IN_TAGS = /[,;\n]/u;
const IN_VARIANTS = /\r\n|\r|\n/u;

function cellOf(value: StoredAnswer[Field], field: Field): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  const [between, apart] = field === "tags" ? ([", ", IN_TAGS] as const) : (["\n", IN_VARIANTS] as const);
  // What holds what stands between, or looks like a list already, can only be told apart as a list.
  const clear = value.every((one) => !apart.test(one) && !one.startsWith("["));
  return clear ? value.join(between) : JSON.stringify(value);
}

/** The row as a program would have sent it: what a cell leaves out is left out. */
export function fromRow(cells: readonly string[], fields: readonly (Field | null)[]): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [at, field] of fields.entries()) {
    const text = plainCell(cells[at] ?? "");
    if (field !== null && text.trim() !== "") given[field] = valueOf(text, field);
  }
  return given;
}

const YES = /^(?:yes|true|1|on|ja|wahr|oui|sí|si|x)$/iu;
const NO = /^(?:no|false|0|off|nein|falsch|non)$/iu;

function valueOf(text: string, field: Field): unknown {
  if (field === "enabled") return YES.test(text.trim()) ? true : NO.test(text.trim()) ? false : text;
  if (field === "variants") return listOf(text, IN_VARIANTS);
  if (field === "tags") return listOf(text, IN_TAGS);
  if (field === "validFrom" || field === "validTo") return momentOf(text.trim());
  return text;
}

function listOf(text: string, separator: RegExp): unknown {
  if (text.startsWith("[")) {
    try {
      return JSON.parse(text);
    } catch {
      // A wording in brackets.
    }
  }
  return text
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Days are taken from their beginning in UTC. */
function momentOf(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return `${text}T00:00:00Z`;
  if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/u.test(text)) return `${text.replace(" ", "T")}Z`;
  return text;
}

/** Only what is part of an answer: a file decides neither over conversations nor over what is replaced. */
const rowInput = verifiedAnswerInput.omit({ conversationId: true, messageId: true, replace: true });
export type RowInput = z.output<typeof rowInput>;

export type CheckedRow = { input: RowInput } | { faults: { field: string; message: string }[] };

export function checkRow(given: unknown): CheckedRow {
  const { data, error } = rowInput.safeParse(given);
  if (data) return { input: data };
  return {
    faults: error.issues.map(({ path, message, code }) => ({
      field: String(path[0] ?? ""),
      message: code === "invalid_type" && isMissing(given, path[0]) ? "is missing" : message,
    })),
  };
}

const isMissing = (given: unknown, field: PropertyKey | undefined): boolean =>
  typeof given === "object" && given !== null && field !== undefined && Reflect.get(given, field) === undefined;

/** What the two kinds of file say of an answer is the same. */
export const toJson = ({
  question,
  variants,
  answer,
  spoken,
  language,
  tags,
  enabled,
  validFrom,
  validTo,
}: StoredAnswer) =>
  ({ question, variants, answer, spoken, language, tags, enabled, validFrom, validTo }) satisfies Omit<
    VerifiedAnswerInput,
    "conversationId" | "messageId" | "replace"
  >;
