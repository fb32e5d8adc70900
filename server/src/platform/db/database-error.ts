/** Errors of the database without what people said: no values, no statement, no detail. */

export interface DatabaseError extends Error {
  /** PostgreSQL's code, such as `23505`. */
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
}

const DATA_EXCEPTION = "22";

/** From what an engine reports. Messages of class 22 quote the value at fault, so they are replaced. */
export function databaseError(report: object): DatabaseError {
  const field = (name: string) => {
    const value: unknown = Reflect.get(report, name);
    return typeof value === "string" ? value : undefined;
  };
  const code = field("code") ?? "XX000";
  const message = code.startsWith(DATA_EXCEPTION)
    ? "A value does not fit its type"
    : (field("message") ?? "The database failed");
  return Object.assign(new Error(`${message} (${code})`), {
    name: "DatabaseError",
    code,
    constraint: field("constraint"),
    table: field("table"),
    column: field("column"),
  });
}

/** PostgreSQL's code of an error, or undefined when it is none of the database's. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" ? code : undefined;
}
