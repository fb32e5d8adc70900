import { listOf } from "@parley/contracts";
import { z } from "zod";
import type { Api } from "../api.ts";
import { UsageError } from "../arguments.ts";
import { type Call, type Command, dataOption, jsonOption, textOf } from "../command.ts";
import { readExpiry } from "../read-expiry.ts";
import { configOf, withApi } from "../with-api.ts";

const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  createdAt: z.string(),
});
type ApiKey = z.infer<typeof apiKey>;

export const key: Command = {
  name: "key",
  usage: "key create --name N [--scopes A,B] [--expires 30d] | key list | key revoke ID",
  about: "makes a key of the API; also: key list, key revoke ID",
  words: { least: 1, most: 2 },
  options: {
    name: { type: "string", value: "N", about: "create: what the key is for" },
    scopes: { type: "string", value: "A,B", about: "create: what it may do; without it, everything a key may" },
    expires: { type: "string", value: "WHEN", about: "create: 12h, 30d, 6w or a date such as 2027-01-31" },
    ...jsonOption,
    ...dataOption,
  },
  async run(call) {
    const [action = "", id] = call.rest;
    if (action === "create" && id === undefined) return create(call);
    if (action === "list" && id === undefined) return onServer(call, (api) => list(api, call));
    if (action === "revoke" && id !== undefined) return onServer(call, (api) => revoke(api, { id, call }));
    throw new UsageError("There is key create, key list and key revoke:");
  },
};

async function onServer(call: Call, work: (api: Api) => Promise<void>): Promise<number> {
  await withApi(configOf(call), work);
  return 0;
}

function create(call: Call): Promise<number> {
  const name = textOf(call, "name");
  if (!name) throw new UsageError("A key needs a name that says what it is for: --name N");
  const scopes = (textOf(call, "scopes") ?? "")
    .split(",")
    .map((scope) => scope.trim())
    .filter(Boolean);
  const expires = textOf(call, "expires");
  const expiresAt = expires === undefined ? null : readExpiry(expires, new Date()).toISOString();
  return onServer(call, async (api) => {
    const made = await api.post("/v1/keys", { name, scopes, expiresAt }, apiKey.extend({ key: z.string() }));
    call.terminal.out(call.options.json ? JSON.stringify(made) : made.key);
  });
}

async function list(api: Api, { terminal, options }: Call): Promise<void> {
  const keys: ApiKey[] = [];
  for (let next: string | null = ""; next !== null;) {
    const cursor: string = next === "" ? "" : `&cursor=${encodeURIComponent(next)}`;
    const page: { data: ApiKey[]; next: string | null } = await api.get(`/v1/keys?limit=200${cursor}`, listOf(apiKey));
    keys.push(...page.data);
    next = page.next;
  }
  if (options.json) return terminal.out(JSON.stringify(keys));
  if (keys.length === 0) return terminal.note("There is no key yet. Make one with: key create --name N");
  for (const each of keys)
    terminal.out([each.id, each.hint, stateOf(each), each.name, each.scopes.join(",")].join("  "));
}

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt) return `revoked ${revokedAt.slice(0, 10)}`;
  if (!expiresAt) return "valid";
  return new Date(expiresAt) < new Date()
    ? `expired ${expiresAt.slice(0, 10)}`
    : `valid until ${expiresAt.slice(0, 10)}`;
}

async function revoke(api: Api, { id, call }: { id: string; call: Call }): Promise<void> {
  await api.remove(`/v1/keys/${encodeURIComponent(id)}`);
  if (call.options.json) call.terminal.out(JSON.stringify({ id, revoked: true }));
  else call.terminal.note(`${id} is revoked.`);
}
