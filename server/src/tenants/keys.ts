/** API keys: 256 bits of chance, shown once, kept as a hash. */
import { createHash, randomBytes } from "node:crypto";
import { type ApiKey, Fault, newId } from "@parley/contracts";
import { and, desc, eq, isNull, lt, type Permission, type Scope, sql, SYSTEM, type Tx } from "../platform/index.ts";
import { announce, type Desk } from "./desk.ts";
import { lockMembers } from "./members/lock-members.ts";
import { assertWithin } from "./members/permissions-of.ts";
import { isKeyScope, type KeyScope } from "./permissions.ts";
import { apiKeys, members, organizations } from "./tables.ts";

export interface NewKey {
  name: string;
  scopes: readonly KeyScope[];
  expiresAt: Date | null;
}

const PREFIX = "parley_";
const USED_AT_MOST_EVERY_MS = 60_000;

const MOST_KEYS = 500;

export function createKeys({ db, clock, audit, live }: Pick<Desk, "db" | "clock" | "audit" | "live">) {
  const columns = {
    id: apiKeys.id,
    name: apiKeys.name,
    hint: apiKeys.hint,
    scopes: apiKeys.scopes,
    makerId: apiKeys.makerId,
    makerName: apiKeys.makerName,
    makerIsMember: sql<boolean>`exists (select 1 from ${members} where ${members.organization} = ${apiKeys.organization} and ${members.userId} = ${apiKeys.makerId})`,
    expiresAt: apiKeys.expiresAt,
    revokedAt: apiKeys.revokedAt,
    lastUsedAt: apiKeys.lastUsedAt,
    createdAt: apiKeys.createdAt,
  };
  const changed = (scope: Scope, id: string) => announce(live, scope, { resource: "keys", id });

  async function touch(organization: number, id: string, lastUsedAt: Date | null): Promise<void> {
    if (lastUsedAt !== null && clock.now() - lastUsedAt.getTime() < USED_AT_MOST_EVERY_MS) return;
    await db
      .query(SYSTEM)
      .update(apiKeys)
      .set({ lastUsedAt: new Date(clock.now()) })
      .where(and(eq(apiKeys.organization, organization), eq(apiKeys.id, id)));
  }

  async function assertRoom(tx: Tx, { organization }: Scope): Promise<void> {
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(apiKeys)
      .where(and(eq(apiKeys.organization, organization), isNull(apiKeys.revokedAt)));
    if ((row?.count ?? 0) < MOST_KEYS) return;
    throw new Fault("conflict", `There are ${MOST_KEYS} keys already. Revoke those that nothing uses.`);
  }

  /** Under the lock that a removal takes: a request on its way must not leave a key behind. */
  async function assertStillMember(tx: Tx, scope: Scope, userId: string): Promise<void> {
    await lockMembers(tx, scope);
    const [row] = await tx
      .select({ userId: members.userId })
      .from(members)
      .where(and(eq(members.organization, scope.organization), eq(members.userId, userId)));
    if (!row) throw new Fault("not_found", "There is no organization with this id.");
  }

  return {
    /** The key itself is in the answer, this once. @throws Fault forbidden for scopes that the maker lacks. */
    async create(scope: Scope, input: NewKey): Promise<{ key: string; record: ApiKey }> {
      assertWithin(scope, input.scopes, "scopes");
      const key = PREFIX + randomBytes(32).toString("base64url");
      const maker = scope.actor.type === "member" ? scope.actor : undefined;
      const now = clock.now();
      const record = await db.transaction(scope, async (tx) => {
        if (maker) await assertStillMember(tx, scope, maker.id);
        await assertRoom(tx, scope);
        const [row] = await tx
          .insert(apiKeys)
          .values({
            organization: scope.organization,
            id: newId("key", now),
            name: input.name,
            hash: digest(key),
            hint: key.slice(0, PREFIX.length + 4),
            scopes: [...input.scopes],
            makerId: maker?.id ?? null,
            makerName: maker?.name ?? null,
            expiresAt: input.expiresAt,
            createdAt: new Date(now),
          })
          .returning(columns);
        if (!row) throw new Error("a new key was not stored");
        await audit.record(tx, scope, {
          action: "key.created",
          target: { type: "key", id: row.id, name: row.name },
          after: { scopes: row.scopes, expiresAt: row.expiresAt },
        });
        return row;
      });
      changed(scope, record.id);
      return { key, record: present(record) };
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
      return { data: data.map(present), next: rows.length > page.limit ? (data.at(-1)?.id ?? null) : null };
    },

    /** Counts from the next request on. Revoking twice is as revoking once. */
    async revoke(scope: Scope, id: string): Promise<void> {
      const own = and(eq(apiKeys.organization, scope.organization), eq(apiKeys.id, id));
      await db.transaction(scope, async (tx) => {
        const [row] = await tx.select(columns).from(apiKeys).where(own).for("update");
        if (!row) throw new Fault("not_found", "There is no key with this id.");
        if (row.revokedAt !== null) return;
        await tx
          .update(apiKeys)
          .set({ revokedAt: new Date(clock.now()) })
          .where(own);
        await audit.record(tx, scope, {
          action: "key.revoked",
          target: { type: "key", id, name: row.name },
          before: { scopes: row.scopes },
        });
      });
      changed(scope, id);
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

interface KeyRow {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  makerId: string | null;
  makerName: string | null;
  makerIsMember: boolean;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
}

function present(row: KeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    maker:
      row.makerId === null ? null : { userId: row.makerId, name: row.makerName ?? "", isMember: row.makerIsMember },
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

const digest = (key: string) => createHash("sha256").update(key).digest("hex");
