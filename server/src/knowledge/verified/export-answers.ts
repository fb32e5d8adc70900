import { Fault } from "@parley/contracts";
import { answerFields, toJson, toRow } from "./answer-columns.ts";
import { writeCsvRow } from "../csv.ts";
import type { StoredAnswer } from "./verified-store.ts";

/**
 * The file page by page, newest answers first: memory stays small however many there are. `read` gives those before
 * an id. The mark at its beginning tells spreadsheets that the CSV is UTF-8. @throws Fault not_found
 */
export async function* exportAnswers(
  read: (before: string | null) => Promise<{ known: boolean; answers: StoredAnswer[] }>,
  format: "csv" | "json",
): AsyncGenerator<string> {
  let page = await read(null);
  if (!page.known) throw new Fault("not_found", "There is no such agent.");
  yield format === "csv" ? `\uFEFF${writeCsvRow(answerFields)}` : "[";
  for (let before = "\n"; page.answers.length > 0;) {
    if (format === "csv") yield page.answers.map((answer) => writeCsvRow(toRow(answer))).join("");
    else {
      yield before + page.answers.map((answer) => JSON.stringify(toJson(answer))).join(",\n");
      before = ",\n";
    }
    page = await read(page.answers.at(-1)?.id ?? "");
  }
  if (format === "json") yield "\n]\n";
}
