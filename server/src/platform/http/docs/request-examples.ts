/** The same request as curl and as code, ready to be copied. */
import { exampleOf } from "./example-of.ts";
import type { Operation } from "./list-operations.ts";

/** With `$PARLEY`, `$KEY` and ids that look like ids. */
export function curlExample(operation: Operation): string {
  const lines = [
    `curl -s${operation.method === "GET" ? "" : ` -X ${operation.method}`} "$PARLEY${addressOf(operation)}"`,
  ];
  if (operation.permission !== "") lines.push(`-H "authorization: Bearer $KEY"`);
  if (takesKey(operation)) lines.push(`-H "idempotency-key: $(uuidgen)"`);
  if (operation.body) {
    lines.push(`-H "content-type: application/json"`);
    lines.push(`-d '${JSON.stringify(operation.body.example, null, 2).replaceAll("'", "'\\''")}'`);
  }
  return lines.join(" \\\n  ");
}

export function sdkExample(operation: Operation): string {
  const { method, path, body } = operation;
  const paths = exampleParameters(operation, "path");
  const query = exampleParameters(operation, "query");
  const parts: string[] = [];
  const groups = [
    ...(paths.length > 0 ? [`path: ${code(Object.fromEntries(paths))}`] : []),
    ...(query.length > 0 ? [`query: ${code(Object.fromEntries(query))}`] : []),
  ];
  if (groups.length > 0) parts.push(`params: { ${groups.join(", ")} }`);
  if (body) parts.push(`body: ${code(body.example)}`);
  const init = parts.length > 0 ? `, {\n  ${parts.join(",\n  ").replaceAll("\n", "\n")},\n}` : "";
  return `const answer = await client.${method.toLowerCase()}("${path}"${init});`;
}

/** The address with example ids in it, and what a query must have. */
export function addressOf(operation: Operation): string {
  const path = exampleParameters(operation, "path").reduce(
    (address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(String(value))),
    operation.path,
  );
  const query = exampleParameters(operation, "query");
  if (query.length === 0) return path;
  const text = query.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${path}?${text.join("&")}`;
}

export function exampleParameters(operation: Operation, place: "path" | "query"): [string, unknown][] {
  return operation.parameters
    .filter((parameter) => parameter.place === place && parameter.required)
    .map(({ name, schema }) => [name, exampleOf(schema, { whole: true, name })]);
}

export const takesKey = ({ parameters }: Operation) => parameters.some(({ name }) => name === "idempotency-key");

/** JavaScript rather than JSON: names without quotes where they need none. */
function code(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return json
    .replaceAll(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    .replaceAll("\n", "\n  ")
    .replace(
      /^\{\s+([^{}[\]]{0,70})\s+\}$/s,
      (_all, inner: string) => `{ ${inner.trim().replaceAll(/\s*\n\s*/g, " ")} }`,
    );
}
