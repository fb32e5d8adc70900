/** What the two engines have in common, below Drizzle. Values travel as text, as PostgreSQL itself writes them. */
import type { Row } from "./types.ts";

/** Arrays for Drizzle, which knows the columns; objects for everybody else. */
export type Shape = "arrays" | "objects";

export interface Asked {
  text: string;
  values: readonly (string | null)[];
  shape: Shape;
}

/** Rows of one statement, in the shape that was asked for. */
export type Rows = unknown[];

/** An open transaction. It holds its connection until `commit` or `rollback`. */
export interface Session {
  /** In one trip. `asSystem` steps out of the organization's role for these statements. */
  run(asked: readonly Asked[], asSystem: boolean): Promise<Rows[]>;
  /** Several statements in one text, without values. */
  script(text: string): Promise<Row[][]>;
  /** Rejects when a statement had failed, for then nothing was stored. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export interface Engine {
  readonly engine: "embedded" | "postgres";
  /** One transaction and one trip; `organization` undefined is the system itself. */
  run(organization: number | undefined, asked: readonly Asked[]): Promise<Rows[]>;
  /** `how` is what follows BEGIN, such as an isolation level. */
  begin(organization: number | undefined, how?: string): Promise<Session>;
  /** Several statements in one text, without values, outside any transaction, as the system. */
  script(text: string): Promise<Row[][]>;
  /** VACUUM and ANALYZE of one table, however long it takes. The name is put into the statement as it is. */
  vacuum(table: string): Promise<void>;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** PostgreSQL's code for "there is no such connection": it was found dead before anything was done. */
export const NEVER_BEGUN = "08003";

const ENTER = "select set_config('role', 'parley_app', true), set_config('parley.organization', $1, true)";
export const statement = (text: string): Asked => ({ text, values: [], shape: "objects" });
export const enter = (organization: number): Asked => ({
  text: ENTER,
  values: [String(organization)],
  shape: "objects",
});
export const LEAVE_ROLE = "select set_config('role', 'none', true)";
export const RETAKE_ROLE = "select set_config('role', 'parley_app', true)";

/** Reads alone, several of them: they should see one state, not each its own. */
export function readsTogether(asked: readonly Asked[]): boolean {
  return (
    asked.length > 1 &&
    asked.every(({ text }) => /^\s*select\b/i.test(text) && !/\bfor\s+(no\s+key\s+)?(update|share|key)\b/i.test(text))
  );
}
