/** Who asked once, asked for again: for what stays open longer than a request. */
import { type Clock, type Database, type Permission, type Row, type Scope, SYSTEM } from "../platform/index.ts";
import { permissionsOf } from "./members/permissions-of.ts";
import { isKeyScope } from "./permissions.ts";

export interface Holder {
  organization: number;
  organizationId: string;
  actor: Scope["actor"];
  /** Of a member who came with a browser's session. */
  sessionId: string | null;
}

export interface HolderDeps {
  db: Database;
  clock: Clock;
  adminScope: () => Promise<Scope>;
}

const MEMBER = `
  select m.role, r.permissions from members m
  join organizations o on o.number = m.organization
  left join roles r on r.organization = m.organization and r.id = m.role
  where m.organization = $1 and m.user_id = $2
    and ($3::text is null or exists (
      select 1 from auth_sessions s where s.id = $3 and s.user_id = m.user_id and s.expires_at > $4))`;

const KEY = `
  select k.scopes from api_keys k join organizations o on o.number = k.organization
  where k.organization = $1 and k.id = $2 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $3)`;

export function createHolders({ db, clock, adminScope }: HolderDeps) {
  const first = async (text: string, values: unknown[]): Promise<Row | undefined> => {
    const [rows = []] = await db.batch(SYSTEM, [{ text, values }]);
    return rows[0];
  };

  async function permissionsNow(holder: Holder): Promise<ReadonlySet<Permission> | undefined> {
    const { organization, actor, sessionId } = holder;
    const now = new Date(clock.now());
    if (actor.type === "member") {
      const row = await first(MEMBER, [organization, actor.id, sessionId, now]);
      return row && permissionsOf(String(row["role"]), texts(row["permissions"]));
    }
    if (actor.type === "key") {
      const row = await first(KEY, [organization, actor.id, now]);
      return row && new Set<Permission>((texts(row["scopes"]) ?? []).filter(isKeyScope));
    }
    if (actor.type !== "server-admin") return undefined;
    const scope = await adminScope();
    return scope.organization === organization ? scope.permissions : undefined;
  }

  return {
    /** What the holder may do now; undefined when the membership, the session, the key or the organization is gone. */
    async again(holder: Holder): Promise<Scope | undefined> {
      const permissions = await permissionsNow(holder);
      if (!permissions) return undefined;
      const { organization, organizationId, actor } = holder;
      return { organization, organizationId, actor, permissions };
    },
  };
}

export type Holders = ReturnType<typeof createHolders>;

const texts = (value: unknown): string[] | null => (Array.isArray(value) ? value.map(String) : null);
