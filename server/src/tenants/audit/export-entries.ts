/** The audit log as a file, line by line: memory stays small however long the log is. */
import type { AuditEntry } from "@parley/contracts";
import type { Database, Scope } from "../../platform/index.ts";
import { type AuditFilter, listEntries } from "./list-entries.ts";

const AT_ONCE = 2_000;

const columns: readonly [name: string, value: (entry: AuditEntry) => string | null][] = [
  ["id", (entry) => entry.id],
  ["at", (entry) => entry.at],
  ["actor_type", (entry) => entry.actor.type],
  ["actor_id", (entry) => entry.actor.id],
  ["actor_name", (entry) => entry.actor.name],
  ["address", (entry) => entry.address],
  ["client", (entry) => entry.client],
  ["action", (entry) => entry.action],
  ["target_type", (entry) => entry.target.type],
  ["target_id", (entry) => entry.target.id],
  ["target_name", (entry) => entry.target.name],
  ["before", (entry) => (entry.before === null ? null : JSON.stringify(entry.before))],
  ["after", (entry) => (entry.after === null ? null : JSON.stringify(entry.after))],
];

/** Newest first; as JSON one list. What is written meanwhile is not in it. */
export async function* exportEntries(
  db: Database,
  scope: Scope,
  { format, ...filter }: AuditFilter & { format: "csv" | "json" },
): AsyncGenerator<string> {
  // The mark tells spreadsheets that this is UTF-8.
  if (format === "csv") yield `\uFEFF${columns.map(([name]) => name).join(",")}\r\n`;
  let before = format === "csv" ? "" : "[\n";
  let cursor: string | undefined;
  do {
    const page = await listEntries(db.query(scope), scope, { ...filter, limit: AT_ONCE, cursor });
    if (format === "csv") yield page.data.map(csvLine).join("");
    else {
      yield page.data.length === 0 ? "" : before + page.data.map((entry) => JSON.stringify(entry)).join(",\n");
      if (page.data.length > 0) before = ",\n";
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  if (format === "json") yield before === "[\n" ? "[]\n" : "\n]\n";
}

const csvLine = (entry: AuditEntry) => `${columns.map(([, value]) => cell(value(entry))).join(",")}\r\n`;

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front: names come from everybody. */
export function cell(value: string | null): string {
  const text = value ?? "";
  const safe = /^[\s]*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
