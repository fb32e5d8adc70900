/** Verified answers out of a file: read row by row, checked, compared with what is there, and written all or none. */
import { type AnswerImportResult, Fault, newId } from "@parley/contracts";
import type { Scope, Tx } from "../../platform/index.ts";
import { strings } from "../indexes.ts";
import { checkRow, fromRow, readHeader, type RowInput, toJson } from "./answer-columns.ts";
import { readCsv } from "../csv.ts";
import { decodeText } from "./decode-text.ts";
import { foldQuestion } from "./read-question.ts";
import { questionKeys } from "./question-keys.ts";
import {
  findByQuestion,
  insertVerified,
  lockAgent,
  putKeys,
  type StoredAnswer,
  updateVerified,
  verifiedOf,
  type VerifiedText,
} from "./verified-store.ts";
import { changing, cleanVerified, languageOf, type VerifiedAnswersDeps } from "./write-verified.ts";

export const MOST_ROWS = 10_000;
const FAULTS_SHOWN = 100;
const ROWS_SHOWN = 20;
const AT_ONCE = 250;

export interface ImportFile {
  file: { format: "csv"; bytes: Uint8Array } | { format: "json"; rows: unknown };
  dryRun: boolean;
  faulty: "refuse" | "skip";
}

interface Row {
  number: number;
  text: VerifiedText;
  /** What the file speaks of; the rest stays as it is. */
  fields: ReadonlySet<string>;
  languageGiven: boolean;
  does: "create" | "update" | "keep";
  id: string;
}

type Faults = AnswerImportResult["faults"];

/**
 * A row takes the place of the answer that the same question has in the same language; else it is a new one.
 * @throws Fault not_found; invalid_request where the file cannot be read, or has more than 10,000 rows
 */
export async function importAnswers(
  deps: VerifiedAnswersDeps,
  scope: Scope,
  { agentId, file, dryRun, faulty }: ImportFile & { agentId: string },
): Promise<AnswerImportResult> {
  const given = file.format === "csv" ? readCsvFile(file.bytes) : readJsonFile(file.rows);
  return deps.db.transaction(scope, async (tx) => {
    const [agents = []] = await tx.batch([lockAgent(scope, agentId)]);
    if (agents[0] === undefined) throw new Fault("not_found", "There is no such agent.");
    const usual = strings(agents[0]["languages"])[0];
    const faults: Faults = [];
    const rows = checkRows(deps, { given: given.rows, usual, faults });
    await compare(tx, scope, { agentId, rows, now: deps.clock.now() });
    const faultyRows = new Set(faults.map(({ row }) => row)).size;
    const written = !dryRun && (faultyRows === 0 || faulty === "skip");
    if (written) await write(deps, tx, { scope, agentId, rows });
    const count = (does: Row["does"]) => rows.filter((row) => row.does === does).length;
    return {
      rows: given.rows.length,
      created: count("create"),
      updated: count("update"),
      unchanged: count("keep"),
      faulty: faultyRows,
      faults: faults.slice(0, FAULTS_SHOWN),
      sample: rows.slice(0, ROWS_SHOWN).map(({ number, text, does }) => ({
        row: number,
        question: text.question,
        answer: text.answer,
        language: text.language,
        does,
      })),
      ignored: given.ignored,
      written,
    };
  });
}

interface Given {
  rows: { values: unknown; fields: ReadonlySet<string> }[];
  ignored: string[];
}

function readCsvFile(bytes: Uint8Array): Given {
  try {
    let header: ReturnType<typeof readHeader> | undefined;
    const rows: Given["rows"] = [];
    let columns: ReadonlySet<string> = new Set();
    for (const cells of readCsv(decodeText(bytes))) {
      if (header === undefined) {
        header = headerOf(cells);
        columns = new Set(header.fields.filter((field) => field !== null));
      } else rows.push({ values: fromRow(cells, header.fields), fields: columns });
      assertFits(rows.length);
    }
    if (header === undefined) throw new Fault("invalid_request", "There is nothing in this file.", { field: "file" });
    return { rows, ignored: header.ignored };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Fault("invalid_request", "A quote in this file is never closed. Save it as CSV again.", {
      field: "file",
    });
  }
}

function headerOf(cells: readonly string[]): ReturnType<typeof readHeader> {
  const header = readHeader(cells);
  for (const needed of ["question", "answer"] as const)
    if (!header.fields.includes(needed))
      throw new Fault("invalid_request", `The first row must name the columns, one of them “${needed}”.`, {
        field: "file",
      });
  return header;
}

function readJsonFile(given: unknown): Given {
  const list = typeof given === "object" && given !== null && "data" in given ? given.data : given;
  if (!Array.isArray(list))
    throw new Fault("invalid_request", "A JSON file must hold a list of answers.", { field: "file" });
  assertFits(list.length);
  const fieldsOf = (one: unknown) => new Set(typeof one === "object" && one !== null ? Object.keys(one) : []);
  return { rows: list.map((values: unknown) => ({ values, fields: fieldsOf(values) })), ignored: [] };
}

function assertFits(rows: number): void {
  if (rows > MOST_ROWS)
    throw new Fault("invalid_request", `A file may have at most ${MOST_ROWS.toLocaleString("en")} rows. Split it.`, {
      field: "file",
    });
}

function checkRows(
  deps: VerifiedAnswersDeps,
  { given, usual, faults }: { given: Given["rows"]; usual: string | undefined; faults: Faults },
): Row[] {
  const seen = new Map<string, number>();
  return given.flatMap(({ values, fields }, at): Row[] => {
    const number = at + 1;
    const checked = checkRow(values);
    if ("faults" in checked) {
      faults.push(...checked.faults.map((fault) => ({ row: number, ...fault })));
      return [];
    }
    const cleaned = cleanedRow(deps, checked.input, usual);
    if (cleaned instanceof Fault) {
      faults.push({ row: number, field: cleaned.field ?? "", message: cleaned.message });
      return [];
    }
    const key = keyOf(cleaned);
    const before = seen.get(key);
    if (before !== undefined) {
      faults.push({ row: number, field: "question", message: `is the question of row ${before} again` });
      return [];
    }
    seen.set(key, number);
    const languageGiven = checked.input.language !== undefined;
    return [{ number, text: cleaned, fields, languageGiven, does: "create", id: "" }];
  });
}

function cleanedRow(deps: VerifiedAnswersDeps, input: RowInput, usual: string | undefined): VerifiedText | Fault {
  try {
    return cleanVerified({ ...input, language: input.language ?? languageOf(deps, input, usual) });
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

const primary = (language: string) => language.toLowerCase().split("-")[0] ?? "";
const keyOf = ({ question, language }: Pick<VerifiedText, "question" | "language">) =>
  `${primary(language)} ${foldQuestion(question)}`;

/** Says of each row what it does, and to which answer. */
async function compare(
  tx: Tx,
  scope: Scope,
  { agentId, rows, now }: { agentId: string; rows: readonly Row[]; now: number },
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const questions = some.map(({ text }) => text.question);
    const [found = []] = await tx.batch([findByQuestion(scope, agentId, questions)]);
    const known = Map.groupBy(found, (row) => String(row["key"]));
    for (const row of some) {
      const [key = ""] = questionKeys(row.text.question, []);
      const same = (known.get(key) ?? []).map(verifiedOf);
      const before =
        same.find(({ language }) => primary(language) === primary(row.text.language)) ??
        // Told from its few words the language may be wrong: the one that is there knows better.
        (row.languageGiven ? undefined : same[0]);
      row.id = before?.id ?? newId("answer", now);
      if (!before) continue;
      row.text = withKept(row, before);
      row.does = isSame(before, row.text) ? "keep" : "update";
    }
  }
}

function withKept({ text, fields, languageGiven }: Row, before: StoredAnswer): VerifiedText {
  const kept = Object.entries(toJson(before)).filter(([field]) => !fields.has(field));
  const language = languageGiven ? text.language : before.language;
  return { ...text, ...Object.fromEntries(kept), language };
}

const isSame = (before: StoredAnswer, text: VerifiedText) =>
  JSON.stringify(toJson(before)) === JSON.stringify(toJson({ ...before, ...text, ...utc(text) }));
const utc = ({ validFrom, validTo }: VerifiedText) => ({ validFrom: momentOf(validFrom), validTo: momentOf(validTo) });
const momentOf = (text: string | null) => (text === null ? null : new Date(text).toISOString());

async function write(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, agentId, rows }: { scope: Scope; agentId: string; rows: readonly Row[] },
): Promise<void> {
  const how = changing(deps, scope);
  for (const does of ["create", "update"] as const) {
    const all = rows.filter((row) => row.does === does);
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const some = all.slice(from, from + AT_ONCE).map(({ id, text }) => ({ ...text, id, agentId }));
      const fresh = some.map((row) => ({ ...row, conversationId: null, messageId: null }));
      await tx.batch([
        does === "create" ? insertVerified(scope, fresh, how) : updateVerified(scope, some, how),
        ...putKeys(scope, some),
      ]);
    }
  }
  const changed = rows.filter(({ does }) => does !== "keep");
  if (changed.length === 0) return;
  await deps.audit.record(tx, scope, {
    action: "verified-answers.imported",
    target: { type: "agent", id: agentId },
    after: {
      created: changed.filter(({ does }) => does === "create").length,
      updated: changed.filter(({ does }) => does === "update").length,
    },
  });
}
