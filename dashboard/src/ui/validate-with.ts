import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";

/** As much of a zod schema as forms need. */
export interface Schema {
  safeParse(value: unknown): {
    success: boolean;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
  };
}

/** A schema, or the way to it: screens load theirs when they are opened. */
export type SchemaSource = Schema | (() => Promise<Schema>);

export async function readSchema(source: SchemaSource): Promise<Schema> {
  return typeof source === "function" ? source() : source;
}

/** Checks a form by a schema. The values themselves stay as they were typed: the server tidies them. */
export function validateWith<V extends FieldValues>(source: SchemaSource): Resolver<V> {
  return async (values) => {
    const schema = await readSchema(source);
    const result = schema.safeParse(values);
    if (result.success) return { values, errors: {} };
    const errors: FieldErrors = {};
    for (const { path, message } of result.error?.issues ?? []) put(errors, path.map(String), message);
    // Made of the paths of V's own schema.
    return { values: {}, errors: errors as FieldErrors<V> };
  };
}

/** Puts an error at its place in the tree, the first one of a field only. */
function put(errors: FieldErrors, path: readonly string[], message: string): void {
  let place: Record<string, unknown> = errors;
  for (const name of path.slice(0, -1)) {
    const there = place[name];
    const next: Record<string, unknown> = isRecord(there) ? there : {};
    place[name] = next;
    place = next;
  }
  place[path.at(-1) ?? "root"] ??= { type: "schema", message: sentence(message) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
