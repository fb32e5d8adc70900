/** Every route of the API as its own description tells of it, with requests that it would take. */
import { newId } from "@parley/contracts";
import type { TestHouse } from "./house.testing.ts";
import { type Database, type Scope, SYSTEM } from "./platform/index.ts";
import type { TestPerson } from "./tenants/people.testing.ts";
import { until } from "./testing/index.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

export interface Route {
  method: Method;
  /** With `{id}` in it. */
  path: string;
  /** What it declares: a permission, `any`, `person`, `none` or `admin`. */
  permission: string;
  body: unknown;
  /** What must stand in the address besides. */
  query: Record<string, string>;
}

/** Ids of one organization, by the word that stands before them in an address. */
export type Things = Readonly<Record<string, string>>;

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  pattern?: string;
  format?: string;
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content?: { "application/json"?: { schema?: Schema } } };
}

/** Those of the document, and those that hide from it. */
export async function readRoutes(world: TestHouse): Promise<Route[]> {
  const { paths }: { paths: Record<string, Record<string, Operation>> } = (
    await world.app.inject("/openapi.json")
  ).json();
  return [...world.app.permissionTable]
    .map(([name, permission]) => {
      const [method, url = ""] = name.split(" ");
      const path = url.replaceAll(/:(\w+)/g, "{$1}");
      const operation = paths[path]?.[method?.toLowerCase() ?? ""];
      const schema = operation?.requestBody?.content?.["application/json"]?.schema;
      const known = METHODS.find((one) => one === method);
      const query = queryOf(operation);
      return known && { method: known, path, permission, body: schema && sampleOf(schema), query };
    })
    .filter((route) => route !== undefined);
}

function queryOf(operation: Operation | undefined): Record<string, string> {
  const needed = operation?.parameters?.filter((one) => one.in === "query" && one.required === true) ?? [];
  return Object.fromEntries(needed.map(({ name, schema = {} }) => [name, String(sampleOf(schema, name))]));
}

/** The least that a schema takes. */
export function sampleOf(schema: Schema, name = ""): unknown {
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (variant) return sampleOf(variant, name);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties) {
    const all = Object.assign({}, ...(schema.allOf ?? []).map((part) => sampleOf(part)));
    for (const key of schema.required ?? []) all[key] = sampleOf(schema.properties?.[key] ?? {}, key);
    return all;
  }
  if (type === "array") return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, name));
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  if (type === "boolean") return true;
  if (type === "null") return null;
  return sampleText(schema, name);
}

function sampleText({ pattern, format, minLength = 0 }: Schema, name: string): string {
  const prefix = /^\^\(?([a-z]{2,5})_/.exec(pattern ?? "")?.[1];
  if (prefix !== undefined) return `${prefix}_${newId("agent").slice(4)}`;
  if (format === "date-time") return "2030-01-01T00:00:00.000Z";
  if (format === "email" || /email/i.test(name)) return "sample@example.org";
  if (format === "uri" || /url$/i.test(name)) return "https://site.example";
  if (/role/i.test(name)) return "analyst";
  if (/permissions|scopes/i.test(name)) return "agents:read";
  return "sample text".padEnd(minLength, "x");
}

/** With the ids of `things` in their places. A place that nobody knows is a route that nobody has thought of. */
export function fill({ path, query }: Pick<Route, "path" | "query">, things: Things): string {
  const address = path.replaceAll(/(\w[\w-]*)\/\{(\w+)\}/g, (_, before: string, name: string) => {
    const id = things[`${before}/${name}`] ?? things[before];
    if (id === undefined) throw new Error(`the test has no id for ${before}/{${name}} in ${path}`);
    return `${before}/${encodeURIComponent(id)}`;
  });
  const search = new URLSearchParams(query).toString();
  return search === "" ? address : `${address}?${search}`;
}

/** Ids of the right shape that nobody has. */
export const nobodys = (): Things => ({
  agents: newId("agent"),
  sources: newId("source"),
  documents: newId("document"),
  files: newId("file"),
  conversations: newId("conversation"),
  messages: newId("message"),
  keys: newId("key"),
  members: newId("user"),
  teams: newId("team"),
  roles: newId("role"),
  views: newId("view"),
  synonyms: newId("synonym"),
  invitations: newId("invitation"),
  "audit-entries": newId("audit"),
  mails: newId("mail"),
  connections: newId("connection"),
  "connected-accounts": newId("account"),
  "by-external-id": "nobodys",
  "verified-answers": newId("answer"),
  gaps: newId("gap"),
  "answer-suggestions": newId("suggestion"),
  overlaps: newId("overlap"),
  products: newId("product"),
  organizations: newId("organization"),
  versions: "7",
  recalls: newId("recall"),
  archives: newId("archive"),
  sessions: "ses_0000000000000000000000000a",
  passkeys: "pky_0000000000000000000000000a",
  "owner-links": "nobodys-token",
  social: "google",
  callback: "google",
});

/** One of each kind of thing, made over the API by an owner. */
export async function makeThings(world: TestHouse, scope: Scope, owner: TestPerson): Promise<Things> {
  const { browser } = owner;
  const post = async (url: string, body?: object) => {
    const answer = await browser.post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body}`);
    return answer.json();
  };
  const first = async (url: string) => (await browser.get(url)).json().data[0];
  const { id: agent } = await post("/v1/agents", { name: "Theirs" });
  const text = "# Opening\n\nThe shop opens at nine in the morning on every day of the week.";
  const document = await post(`/v1/agents/${agent}/documents`, { externalId: "one", text });
  const source = await post(`/v1/agents/${agent}/sources`, { type: "website", url: "http://127.0.0.1:1/" });
  const asked = await post(`/v1/agents/${agent}/ask`, { question: "When does the shop open?" });
  const answer = await post(`/v1/agents/${agent}/verified-answers`, {
    question: "Is it open?",
    answer: "Yes, from nine.",
  });
  const stored = await post(`/v1/agents/${agent}/products`, { externalId: "one", name: "A lamp" });
  // Over the API a vendor would have to answer.
  const connection = newId("connection");
  await world.house.db.batch(scope, [
    {
      text: "insert into connections (organization, id, vendor, name) values ($1, $2, 'openai', 'Theirs')",
      values: [scope.organization, connection],
    },
  ]);
  const account = newId("account");
  await world.house.db.batch(scope, [
    {
      text: `insert into connected_accounts (organization, id, provider, external_id, name, sealed_token)
        values ($1, $2, 'intercom', 'theirs', 'Theirs', 'v1.sealed')`,
      values: [scope.organization, account],
    },
  ]);
  const upload = await browser.send({
    method: "POST",
    url: `/v1/agents/${agent}/files`,
    headers: { "content-type": "multipart/form-data; boundary=part" },
    payload:
      '--part\r\ncontent-disposition: form-data; name="file"; filename="prices.csv"\r\n\r\nitem,price\r\ntea,3\r\n--part--\r\n',
  });
  // What is read in the background has come to its end before anybody compares.
  await until(async () => {
    const { data } = (await browser.get(`/v1/agents/${agent}/files`)).json();
    return data.every(({ status }: { status: string }) => status === "ready");
  });
  const archive = await post(`/v1/agents/${agent}/export`, {});
  await until(async () => {
    const { status } = (await browser.get(`/v1/archives/${archive.id}`)).json();
    return status === "done" || status === "failed";
  });
  const recall = newId("recall");
  await world.house.db.batch(scope, [
    {
      text: `insert into recalls (organization, id, agent_id, key, state, question, old_answer, cause)
        values ($1, $2, $3, 'key', 'open', 'Is it open?', 'No.', '{"documentId":"doc_x","title":"","url":null,"from":1,
          "to":2,"removed":false,"citation":{"text":"","title":"","url":null}}')`,
      values: [scope.organization, recall, agent],
    },
  ]);
  const sent = await post("/v1/invitations", {
    emails: [`guest-of-${scope.organization}@example.org`],
    role: "editor",
  });
  await browser.get("/v1/organizations");
  const session = (await owner.bare.get("/v1/me/sessions")).json().data[0];
  const { gap, suggestion } = await makeGap(world, scope, { agent, conversation: asked.conversationId });
  return {
    ...nobodys(),
    gaps: gap,
    "answer-suggestions": suggestion,
    agents: agent,
    documents: document.id,
    files: upload.json().data[0].file.id,
    sources: source.id,
    conversations: asked.conversationId,
    archives: archive.id,
    recalls: recall,
    messages: asked.messageId,
    "verified-answers": answer.id,
    connections: connection,
    "connected-accounts": account,
    "by-external-id": "one",
    products: stored.products[0].id,
    teams: (await post("/v1/teams", { name: "Theirs", members: [owner.userId] })).id,
    roles: (await post("/v1/roles", { name: "Their role", permissions: ["ask"] })).id,
    synonyms: (await post(`/v1/agents/${agent}/synonyms`, { words: ["theirs"], meanings: ["its"] })).id,
    views: (await post("/v1/views", { list: "agents", name: "Their view", query: { q: "Theirs" }, shared: true })).id,
    keys: (await post("/v1/keys", { name: "Theirs" })).id,
    invitations: sent.data[0].invitation.id,
    members: owner.userId,
    mails: (await first("/v1/mails")).id,
    "audit-entries": (await first("/v1/audit-entries")).id,
    organizations: scope.organizationId,
    versions: "1",
    sessions: session.id,
  };
}

/** As what listens would make them a moment later. */
async function makeGap(
  { house: { db } }: TestHouse,
  { organization }: Scope,
  { agent, conversation }: { agent: string; conversation: string },
): Promise<{ gap: string; suggestion: string }> {
  const [gap, question, suggestion] = [newId("gap"), newId("message"), newId("suggestion")];
  const statements = [
    `insert into gap_topics (organization, id, agent_id, status, label_id) values ($1, $2, $3, 'open', $4)`,
    `insert into gap_questions (organization, id, conversation_id, seq, agent_id, topic_id, text, language, cause, asked_at)
      values ($1, $4, $5, 1, $3, $2, 'Theirs?', 'en', 'unanswered', now())`,
    `insert into gap_suggestions (organization, id, agent_id, key, status, reason, topic_id) values ($1, $6, $3, $2, 'suggested', 'asked-often', $2)`,
  ];
  const all = [organization, gap, agent, question, conversation, suggestion];
  await db.batch(
    SYSTEM,
    statements.map((text) => {
      const used = [...new Set(Array.from(text.matchAll(/\$(\d)/g), ([, number]) => Number(number)))];
      const names = new Map(used.map((number, at) => [number, at + 1]));
      return {
        text: text.replaceAll(/\$(\d)/g, (_, number: string) => `$${names.get(Number(number))}`),
        values: used.map((number) => all[number - 1]),
      };
    }),
  );
  return { gap, suggestion };
}

/** All rows of the other organization, in every table. */
export async function snapshotOf(
  { house: { db } }: TestHouse,
  { organization }: Scope,
): Promise<Record<string, unknown>> {
  const tables = await ownedTables(db);
  const rows = await db.batch(
    SYSTEM,
    tables.map((table) => ({
      text: `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum, count(*)::int as n from "${table}" t where organization = $1`,
      values: [organization],
    })),
  );
  // What the server itself goes on writing while nobody asks.
  const busy =
    /^(gap_|knowledge_overlap|knowledge_statements|knowledge_chunk_bands|knowledge_sources|knowledge_crawl_pages|events|conversation_|usage_)/;
  return Object.fromEntries(
    tables.map((table, at) => [table, rows[at]]).filter(([table]) => !busy.test(String(table))),
  );
}

export async function ownedTables(db: Database): Promise<string[]> {
  const [rows = []] = await db.batch(SYSTEM, [
    {
      text: `select c.relname as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization' and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
      values: [],
    },
  ]);
  return rows.map(({ name }) => String(name));
}

/** A row of nothing but what the columns demand, in the name of the others. */
export async function insertionFor(db: Database, table: string, { organization }: Scope): Promise<string> {
  const [columns = []] = await db.batch(SYSTEM, [
    {
      text: `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed
        from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
          and a.attidentity = '' and a.attgenerated = ''`,
      values: [`"${table}"`],
    },
  ]);
  const needed = columns.filter(({ name, needed: wanted }) => wanted === true || name === "organization");
  const values = needed.map(({ name, type }) =>
    name === "organization" ? String(organization) : valueOf(String(type)),
  );
  const names = needed.map(({ name }) => `"${String(name)}"`).join(", ");
  return `insert into "${table}" (${names}) values (${values.join(", ")}) returning 1`;
}

function valueOf(type: string): string {
  if (type.endsWith("[]")) return `'{}'::${type}`;
  if (/int|numeric|real|double/.test(type)) return `1::${type}`;
  if (type === "boolean") return "true";
  if (type === "jsonb") return "'{}'::jsonb";
  if (type === "xid8") return "'1'::xid8";
  if (/time|date/.test(type)) return `now()::${type}`;
  if (type === "bytea") return "''::bytea";
  return `'x'::${type}`;
}
