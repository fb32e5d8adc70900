/** The API as a Postman collection, format 2.1: folders by tag, variables for the address and the key. */
import type { Operation } from "./list-operations.ts";
import { groupByTag } from "./list-operations.ts";
import { exampleParameters, takesKey } from "./request-examples.ts";

const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

export function postmanCollection(
  operations: readonly Operation[],
  { baseUrl, version }: { baseUrl: string; version: string },
) {
  return {
    info: {
      name: "Parley",
      description: "Set the variable key to an API key of yours.",
      version,
      schema: SCHEMA,
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{key}}", type: "string" }] },
    variable: [
      { key: "baseUrl", value: baseUrl, type: "string" },
      { key: "key", value: "", type: "string" },
    ],
    item: groupByTag(operations).map(([tag, own]) => ({ name: tag, item: own.map(itemOf) })),
  };
}

function itemOf(operation: Operation) {
  const { method, path, summary, body, parameters, permission } = operation;
  const steps = path.split("/").filter(Boolean);
  const query = parameters
    .filter(({ place }) => place === "query")
    .map(({ name, required, description }) => ({ key: name, value: "", disabled: !required, description }));
  const raw = `{{baseUrl}}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
  return {
    name: summary,
    request: {
      method,
      ...(permission === "" ? { auth: { type: "noauth" } } : {}),
      header: [
        ...(body ? [{ key: "Content-Type", value: "application/json" }] : []),
        ...(takesKey(operation) ? [{ key: "Idempotency-Key", value: "{{$guid}}" }] : []),
      ],
      url: {
        raw,
        host: ["{{baseUrl}}"],
        path: steps.map((step) => step.replace(/^\{(\w+)\}$/, ":$1")),
        query,
        variable: exampleParameters(operation, "path").map(([key, value]) => ({ key, value: String(value) })),
      },
      ...(body
        ? {
            body: {
              mode: "raw",
              raw: JSON.stringify(body.example, null, 2),
              options: { raw: { language: "json" } },
            },
          }
        : {}),
    },
    response: [],
  };
}
