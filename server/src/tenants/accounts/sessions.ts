/** Who is signed in: one round trip a request, whatever it asks for. Sessions slide: 30 days from their last use. */
import { Fault, type PersonSession } from "@parley/contracts";
import { and, desc, eq, gt, type Permission, type Row, sql, SYSTEM } from "../../platform/index.ts";
import { permissionsOf } from "../members/permissions-of.ts";
import type { AccountsDeps } from "./account-deps.ts";
import { describeDevice } from "./device.ts";
import { cookieNames, readSessionToken, SESSION_SECONDS, sessionCookie, signingSecret } from "./session-cookie.ts";
import { authLinks, authSessions, authVerifications } from "./tables.ts";

export interface SignedIn {
  person: { id: string; name: string; email: string; serverAdmin: boolean; sessionId: string };
  /** In the organization that was asked for; undefined for strangers to it, and when none was asked for. */
  membership: { organization: number; organizationId: string; permissions: ReadonlySet<Permission> } | undefined;
  /** Set it, and the browser stays signed in as long as the session. */
  cookie: string | undefined;
}

const SEEN_EVERY_MS = 5 * 60_000;

const FIND = `
  select s.id as session_id, s.updated_at, u.id, u.name, u.email, u.server_admin,
    m.organization, m.last_seen_at, o.id as organization_id, m.role, r.permissions
  from auth_sessions s
  join auth_users u on u.id = s.user_id
  left join organizations o on o.id = $2
  left join members m on m.organization = o.number and m.user_id = u.id
  left join roles r on r.organization = m.organization and r.id = m.role
  where s.token = $1 and s.expires_at > $3`;

const TOUCH = "update auth_sessions set updated_at = $2, expires_at = $3 where id = $1";
const SEEN = "update members set last_seen_at = $3 where organization = $1 and user_id = $2";

export function createSessions({
  db,
  clock,
  secrets,
  live,
  publicUrl,
}: Pick<AccountsDeps, "db" | "clock" | "secrets" | "live" | "publicUrl">) {
  const secure = publicUrl?.startsWith("https:") ?? false;
  const key = { name: cookieNames(secure).session, secret: signingSecret(secrets) };
  const expiry = () => new Date(clock.now() + SESSION_SECONDS * 1_000);

  async function slide(row: Row, token: string, https: boolean): Promise<string> {
    const now = new Date(clock.now());
    const touched = { text: TOUCH, values: [row["session_id"], now, expiry()] };
    const seen = { text: SEEN, values: [row["organization"], row["id"], now] };
    await db.batch(SYSTEM, row["organization"] === null ? [touched] : [touched, seen]);
    return sessionCookie(token, key, https || secure);
  }

  const isOld = (at: unknown) => !(at instanceof Date) || clock.now() - at.getTime() >= SEEN_EVERY_MS;

  async function see(row: Row): Promise<void> {
    if (row["organization"] === null || !isOld(row["last_seen_at"])) return;
    await db.batch(SYSTEM, [{ text: SEEN, values: [row["organization"], row["id"], new Date(clock.now())] }]);
  }

  return {
    /** Whether a request brings a session at all, true or not. */
    brought: (cookies: string | undefined) => cookies?.includes(`${key.name}=`) ?? false,

    /** Undefined when nobody is signed in, or no longer. */
    async find(
      cookies: string | undefined,
      organizationId: string | null,
      https: boolean,
    ): Promise<SignedIn | undefined> {
      const token = readSessionToken(cookies, key);
      if (token === undefined) return undefined;
      const values = [token, organizationId, new Date(clock.now())];
      const [[row] = []] = await db.batch(SYSTEM, [{ text: FIND, values }]);
      if (!row) return undefined;
      if (isOld(row["updated_at"])) return { ...readRow(row), cookie: await slide(row, token, https) };
      await see(row);
      return { ...readRow(row), cookie: undefined };
    },

    /** Those that are signed in now, the last used first. */
    async list(userId: string, currentId: string): Promise<PersonSession[]> {
      const rows = await db
        .query(SYSTEM)
        .select()
        .from(authSessions)
        .where(and(eq(authSessions.userId, userId), gt(authSessions.expiresAt, new Date(clock.now()))))
        .orderBy(desc(authSessions.updatedAt))
        .limit(200);
      return rows.map((row) => ({
        id: row.id,
        ...describeDevice(row.userAgent),
        address: row.ipAddress || null,
        current: row.id === currentId,
        createdAt: row.createdAt.toISOString(),
        lastActiveAt: row.updatedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      }));
    },

    /** Counts from the next request on. @throws Fault not_found */
    async revoke(userId: string, id: string): Promise<void> {
      const gone = await db
        .query(SYSTEM)
        .delete(authSessions)
        .where(and(eq(authSessions.userId, userId), eq(authSessions.id, id)))
        .returning({ id: authSessions.id });
      if (gone.length === 0) throw new Fault("not_found", "This session has ended already.");
      live.signedOut(userId);
    },

    /** All but one. Gives how many there were. */
    async revokeOthers(userId: string, keptId: string): Promise<number> {
      const gone = await db
        .query(SYSTEM)
        .delete(authSessions)
        .where(and(eq(authSessions.userId, userId), sql`${authSessions.id} <> ${keptId}`))
        .returning({ id: authSessions.id });
      live.signedOut(userId);
      return gone.length;
    },

    /** Removes what has expired, with a day to spare. */
    async sweep(): Promise<void> {
      const before = new Date(clock.now() - 86_400_000);
      const q = db.query(SYSTEM);
      await Promise.all([
        q
          .delete(authSessions)
          .where(sql`${authSessions.expiresAt} < ${before}`)
          .execute(),
        q
          .delete(authVerifications)
          .where(sql`${authVerifications.expiresAt} < ${before}`)
          .execute(),
        q
          .delete(authLinks)
          .where(sql`${authLinks.expiresAt} < ${before}`)
          .execute(),
      ]);
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

function readRow(row: Row): Omit<SignedIn, "cookie"> {
  const { organization, role, permissions: custom } = row;
  const serverAdmin = row["server_admin"] === true;
  const person = {
    id: String(row["id"]),
    name: String(row["name"]),
    email: String(row["email"]),
    serverAdmin,
    sessionId: String(row["session_id"]),
  };
  if (typeof organization !== "number" || typeof role !== "string") return { person, membership: undefined };
  const own = permissionsOf(role, Array.isArray(custom) ? custom.map(String) : null);
  const permissions = serverAdmin ? new Set<Permission>([...own, "admin"]) : own;
  return { person, membership: { organization, organizationId: String(row["organization_id"]), permissions } };
}
