import { exampleOf } from "./example-of.ts";
import { asList, asObject, asText, type Schema } from "./read-schema.ts";

export interface Parameter {
  name: string;
  place: "path" | "query" | "header";
  required: boolean;
  description: string;
  schema: Schema;
}

export interface Answer {
  status: string;
  mediaType: string;
  schema: Schema | null;
}

export interface Operation {
  /** Unlike any other: `post-v1-agents`. */
  id: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  /** Empty: nobody is asked. */
  permission: string;
  permissionWords: string;
  parameters: Parameter[];
  body: { schema: Schema; required: boolean; example: unknown } | null;
  answers: Answer[];
}

const methods = ["get", "post", "put", "patch", "delete"];
const places = ["path", "query", "header"] as const;

/** Everything of the OpenAPI document that a person may call, in the order of the document. */
export function listOperations(document: Schema): Operation[] {
  return Object.entries(asObject(document["paths"])).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = asObject(item)[method];
      return operation === undefined ? [] : [readOperation(method, path, asObject(operation))];
    }),
  );
}

function readOperation(method: string, path: string, operation: Schema): Operation {
  const permission = asText(operation["x-permission"]);
  return {
    id: `${method}${path.replaceAll(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "")}`,
    method: method.toUpperCase(),
    path,
    tag: asText(asList(operation["tags"])[0]) || "more",
    summary: asText(operation["summary"]) || `${method.toUpperCase()} ${path}`,
    permission,
    permissionWords: asText(operation["x-permission-words"]),
    parameters: asList(operation["parameters"]).flatMap(readParameter),
    body: readBody(asObject(operation["requestBody"])),
    answers: readAnswers(asObject(operation["responses"])),
  };
}

function readParameter(value: unknown): Parameter[] {
  const { in: where, name, required, description, schema } = asObject(value);
  const place = places.find((one) => one === where);
  if (!place) return [];
  return [
    {
      name: asText(name),
      place,
      required: required === true,
      description: asText(description),
      schema: asObject(schema),
    },
  ];
}

function readBody(body: Schema): Operation["body"] {
  const schema = asObject(asObject(asObject(body["content"])["application/json"])["schema"]);
  if (Object.keys(schema).length === 0) return null;
  return { schema, required: body["required"] === true, example: exampleOf(schema, { whole: false }) };
}

function readAnswers(responses: Schema): Answer[] {
  return Object.entries(responses).flatMap(([status, value]) => {
    if (status === "default") return [];
    const [[mediaType, content] = ["", {}]] = Object.entries(asObject(asObject(value)["content"]));
    const schema = asObject(asObject(content)["schema"]);
    return [{ status, mediaType, schema: Object.keys(schema).length > 0 ? schema : null }];
  });
}

/** Tags in the order in which people need them; what is not named here comes after. */
const order = [
  "agents",
  "behaviour",
  "preview",
  "knowledge",
  "verified answers",
  "conversations",
  "widget",
  "onboarding",
  "configuration",
  "connections",
  "home",
  "usage",
  "organizations",
  "members",
  "invitations",
  "teams",
  "roles",
  "keys",
  "audit",
  "mails",
  "me",
  "sign-in",
  "live",
];

export function groupByTag(operations: readonly Operation[]): [tag: string, operations: Operation[]][] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) groups.set(operation.tag, [...(groups.get(operation.tag) ?? []), operation]);
  const rank = (tag: string) => (order.includes(tag) ? order.indexOf(tag) : order.length);
  return [...groups].toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
}

export const slugOf = (tag: string) => tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
