/**
 * better-auth's rows on our database, as the system. Its own adapter for Drizzle would load that library a second
 * time, as ES modules, which costs 220 MB.
 */
import type { AdapterFactoryCustomizeAdapterCreator, CleanedWhere, CustomAdapter } from "@better-auth/core/db/adapter";
import { type Database, type Row, SYSTEM } from "../../platform/index.ts";

/** What Google and GitHub hand out for calls in the person's name: we make none, so nothing of it is kept. */
const NOT_KEPT = new Set([
  "accessToken",
  "refreshToken",
  "idToken",
  "accessTokenExpiresAt",
  "refreshTokenExpiresAt",
  "scope",
]);

/** `signedOut` is told whose sessions were deleted. */
export function authAdapter(db: Database, signedOut: (userId: string) => void): AdapterFactoryCustomizeAdapterCreator {
  const run = async (text: string, values: readonly unknown[]): Promise<Row[]> => {
    const [rows = []] = await db.batch(SYSTEM, [{ text, values }]);
    return rows.map(toFields);
  };
  const deleteWhere = async (model: string, where: CleanedWhere[]) => {
    const query = startQuery();
    const gone = await run(`delete from ${tableOf(model)}${whereOf(where, query)} returning *`, query.values);
    if (tableOf(model) === "auth_sessions") for (const row of gone) signedOut(String(row["userId"]));
    return gone;
  };
  const adapter: CustomAdapter = {
    create: async ({ model, data }) => {
      const query = startQuery();
      const fields = Object.entries(data).filter(([field]) => !NOT_KEPT.has(field));
      const columns = fields.map(([field]) => columnOf(field)).join(", ");
      const values = fields.map(([, value]) => query.hold(value)).join(", ");
      return shaped(
        await run(`insert into ${tableOf(model)} (${columns}) values (${values}) returning *`, query.values),
      );
    },
    update: async ({ model, where, update }) => {
      const query = startQuery();
      const text = `update ${tableOf(model)} set ${setOf(Object.fromEntries(Object.entries(Object(update))), query)}${whereOf(where, query)} returning *`;
      return shaped((await run(text, query.values)).slice(0, 1));
    },
    updateMany: async ({ model, where, update }) => {
      const query = startQuery();
      const text = `update ${tableOf(model)} set ${setOf(update, query)}${whereOf(where, query)} returning id`;
      return (await run(text, query.values)).length;
    },
    findOne: async ({ model, where }) => {
      const query = startQuery();
      return shaped(await run(`select * from ${tableOf(model)}${whereOf(where, query)} limit 1`, query.values));
    },
    findMany: async ({ model, where = [], limit, sortBy, offset = 0 }) => {
      const query = startQuery();
      const order = sortBy ? ` order by ${columnOf(sortBy.field)} ${sortBy.direction === "desc" ? "desc" : "asc"}` : "";
      const condition = whereOf(where, query);
      const page = ` limit ${query.hold(limit)} offset ${query.hold(offset)}`;
      return list(await run(`select * from ${tableOf(model)}${condition}${order}${page}`, query.values));
    },
    delete: async ({ model, where }) => void (await deleteWhere(model, where)),
    deleteMany: async ({ model, where }) => (await deleteWhere(model, where)).length,
    consumeOne: async ({ model, where }) => {
      const query = startQuery();
      const table = tableOf(model);
      // The lock lets one of two who come at once have it; the other finds nothing.
      const one = `select id from ${table}${whereOf(where, query)} limit 1 for update`;
      return shaped(await run(`delete from ${table} where id in (${one}) returning *`, query.values));
    },
    incrementOne: async ({ model, where, increment, set = {} }) => {
      const query = startQuery();
      const counted = Object.entries(increment).map(
        ([field, by]) => `${columnOf(field)} = coalesce(${columnOf(field)}, 0) + ${query.hold(by)}`,
      );
      const changes = [...counted, setOf(set, query)].filter(Boolean).join(", ");
      const text = `update ${tableOf(model)} set ${changes}${whereOf(where, query)} returning *`;
      return shaped((await run(text, query.values)).slice(0, 1));
    },
    count: async ({ model, where = [] }) => {
      const query = startQuery();
      const text = `select count(*)::int as n from ${tableOf(model)}${whereOf(where, query)}`;
      return Number((await run(text, query.values))[0]?.["n"] ?? 0);
    },
  };
  return () => adapter;
}

interface Held {
  values: unknown[];
  /** Keeps a value and gives what stands for it in the text. */
  hold(value: unknown): string;
}

function startQuery(): Held {
  const values: unknown[] = [];
  return { values, hold: (value) => `$${values.push(value)}` };
}

function setOf(fields: Record<string, unknown>, query: Held): string {
  return Object.entries(fields)
    .filter(([field]) => !NOT_KEPT.has(field))
    .map(([field, value]) => `${columnOf(field)} = ${query.hold(value)}`)
    .join(", ");
}

function whereOf(where: readonly CleanedWhere[], query: Held): string {
  const all = where.filter(({ connector }) => connector !== "OR").map((one) => conditionOf(one, query));
  const any = where.filter(({ connector }) => connector === "OR").map((one) => conditionOf(one, query));
  const parts = any.length > 0 ? [...all, `(${any.join(" or ")})`] : all;
  return parts.length > 0 ? ` where ${parts.join(" and ")}` : "";
}

const comparisons: Record<string, string> = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" };

function conditionOf({ field, value, operator }: CleanedWhere, query: Held): string {
  const column = columnOf(field);
  if (value === null) return `${column} is ${operator === "ne" ? "not " : ""}null`;
  if (operator === "in") return `${column} = any(${query.hold(value)})`;
  if (operator === "not_in") return `${column} <> all(${query.hold(value)})`;
  const comparison = comparisons[operator];
  if (comparison !== undefined) return `${column} ${comparison} ${query.hold(value)}`;
  if (operator === "contains") return `position(${query.hold(value)} in ${column}) > 0`;
  if (operator === "starts_with") return `starts_with(${column}, ${query.hold(value)})`;
  return `right(${column}, length(${query.hold(value)})) = ${query.hold(value)}`;
}

const tables: Record<string, string> = {
  user: "auth_users",
  session: "auth_sessions",
  account: "auth_accounts",
  verification: "auth_verifications",
  twoFactor: "auth_two_factors",
  passkey: "auth_passkeys",
};

function tableOf(model: string): string {
  const table = tables[model];
  if (table === undefined) throw new Error(`better-auth asks for ${model}, which has no table here`);
  return table;
}

/** `credentialID` is `credential_id`. */
function columnOf(field: string): string {
  if (!/^[a-z][A-Za-z]{0,40}$/.test(field)) throw new Error("Not a name of a column");
  return field.replace(/ID$/, "Id").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toFields(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column === "credential_id"
        ? "credentialID"
        : column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** better-auth says which row it asked for by a type parameter alone: here is where that is taken at its word. */
const list = <T>(rows: Row[]) => rows as T[];
const shaped = <T>(rows: Row[]): T => (list<T>(rows)[0] ?? null) as T;
