/** Statements of the hot path, written with Drizzle's `sql` once instead of at each use. */
import { isPlaceholder, type SQL, sql, writeSql } from "./drizzle.ts";
import type { Statement } from "./types.ts";

/** `build` is called once: `value` stands for what is given at each use, under its name. */
export function statementOf<Name extends string>(
  build: (value: (name: Name) => SQL) => SQL,
): (given: Readonly<Record<Name, unknown>>) => Statement {
  const { sql: text, params } = writeSql(build((name) => sql`${sql.placeholder(name)}`));
  return (given) => {
    const all: Readonly<Record<string, unknown>> = given;
    return { text, values: params.map((param) => (isPlaceholder(param) ? all[param.name] : param)) };
  };
}
