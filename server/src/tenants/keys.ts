/** API keys: 256 bits of chance, shown once, kept as a hash. */
import { createHash, randomBytes } from "node:crypto";
import { Fault, newId } from "@parley/contracts";
import {
  and,
  type Clock,
  type Database,
  desc,
  eq,
  isNull,
  lt,
  type Permission,
  type Scope,
  SYSTEM,
} from "../platform/index.ts";
import { isKeyScope, type KeyScope } from "./permissions.ts";
import { apiKeys, organizations } from "./tables.ts";

export interface ApiKey {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
}

export interface NewKey {
  name: string;
  scopes: readonly KeyScope[];
  expiresAt: Date | null;
}

const PREFIX = "parley_";
const USED_AT_MOST_EVERY_MS = 60_000;

export function createKeys({ db, clock }: { db: Database; clock: Clock }) {
  const columns = {
    id: apiKeys.id,
    name: apiKeys.name,
    hint: apiKeys.hint,
    scopes: apiKeys.scopes,
    expiresAt: apiKeys.expiresAt,
    revokedAt: apiKeys.revokedAt,
    lastUsedAt: apiKeys.lastUsedAt,
    createdAt: apiKeys.createdAt,
  };

  async function touch(organization: number, id: string, lastUsedAt: Date | null): Promise<void> {
    if (lastUsedAt !== null && clock.now() - lastUsedAt.getTime() < USED_AT_MOST_EVERY_MS) return;
    await db
      .query(SYSTEM)
      .update(apiKeys)
      .set({ lastUsedAt: new Date(clock.now()) })
      .where(and(eq(apiKeys.organization, organization), eq(apiKeys.id, id)));
  }

  return {
    /** The key itself is in the answer, this once. */
    async create(scope: Scope, input: NewKey): Promise<{ key: string; record: ApiKey }> {
      const key = PREFIX + randomBytes(32).toString("base64url");
      const [record] = await db
        .query(scope)
        .insert(apiKeys)
        .values({
          organization: scope.organization,
          id: newId("key", clock.now()),
          name: input.name,
          hash: digest(key),
          hint: key.slice(0, PREFIX.length + 4),
          scopes: [...input.scopes],
          expiresAt: input.expiresAt,
        })
        .returning(columns);
      if (!record) throw new Error("a new key was not stored");
      return { key, record };
    },

    /** Newest first. */
    async list(scope: Scope, page: { limit: number; cursor?: string | undefined }) {
      const rows = await db
        .query(scope)
        .select(columns)
        .from(apiKeys)
        .where(and(eq(apiKeys.organization, scope.organization), page.cursor ? lt(apiKeys.id, page.cursor) : undefined))
        .orderBy(desc(apiKeys.id))
        .limit(page.limit + 1);
      const data = rows.slice(0, page.limit);
      return { data, next: rows.length > page.limit ? (data.at(-1)?.id ?? null) : null };
    },

    /** Counts from the next request on. Revoking twice is as revoking once. */
    async revoke(scope: Scope, id: string): Promise<void> {
      const own = and(eq(apiKeys.organization, scope.organization), eq(apiKeys.id, id));
      const q = db.query(scope);
      const [found] = await Promise.all([
        q.select({ id: apiKeys.id }).from(apiKeys).where(own).execute(),
        q
          .update(apiKeys)
          .set({ revokedAt: new Date(clock.now()) })
          .where(and(own, isNull(apiKeys.revokedAt)))
          .execute(),
      ]);
      if (found.length === 0) throw new Fault("not_found", "There is no key with this id.");
    },

    /** Whose key this is. @throws Fault unauthorized, key_expired or key_revoked. */
    async authenticate(key: string): Promise<Scope> {
      if (!key.startsWith(PREFIX)) throw new Fault("unauthorized", "This is not an API key of this server.");
      const [row] = await db
        .query(SYSTEM)
        .select({ ...columns, organization: apiKeys.organization, organizationId: organizations.id })
        .from(apiKeys)
        .innerJoin(organizations, eq(organizations.number, apiKeys.organization))
        .where(eq(apiKeys.hash, digest(key)));
      if (!row) throw new Fault("unauthorized", "This API key is not known here.");
      if (row.revokedAt !== null) throw new Fault("key_revoked", "This API key has been revoked. Make a new one.");
      if (row.expiresAt !== null && row.expiresAt.getTime() <= clock.now()) {
        throw new Fault("key_expired", "This API key has expired. Make a new one.");
      }
      await touch(row.organization, row.id, row.lastUsedAt);
      return {
        organization: row.organization,
        organizationId: row.organizationId,
        actor: { type: "key", id: row.id, name: row.name },
        permissions: new Set<Permission>(row.scopes.filter(isKeyScope)),
      };
    },
  };
}

const digest = (key: string) => createHash("sha256").update(key).digest("hex");
