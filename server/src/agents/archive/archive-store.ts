import { type AgentArchive, Fault } from "@parley/contracts";
import { type Database, type Scope, sql, type SQL, type Tx } from "../../platform/index.ts";

export interface ArchiveRow {
  id: string;
  kind: "export" | "import";
  agentId: string;
  name: string;
  status: "queued" | "running" | "done" | "failed";
  done: number;
  total: number;
  counts: Record<string, number> | null;
  bytes: number | null;
  code: string | null;
  message: string | null;
  file: string | null;
  createdBy: AgentArchive["createdBy"];
  createdAt: string | Date;
  finishedAt: string | Date | null;
  expiresAt: string | Date;
}

/** Where an archive lies. */
export const fileOf = (id: string) => `archives/${id}.tar.gz`;

const columns = sql`id, kind, agent_id as "agentId", name, status, done, total, counts, bytes, code, message, file,
  created_by as "createdBy", created_at as "createdAt", finished_at as "finishedAt", expires_at as "expiresAt"`;

export type NewArchive = Pick<ArchiveRow, "id" | "kind" | "agentId" | "name" | "file" | "bytes"> & { expiresAt: Date };

export async function insertArchive(tx: Tx, scope: Scope, archive: NewArchive): Promise<ArchiveRow> {
  const { id, kind, agentId, name, file, bytes, expiresAt } = archive;
  const { actor, organization } = scope;
  const by = JSON.stringify({ type: actor.type, id: actor.id, name: actor.name ?? null });
  const [row] = await tx.execute<ArchiveRow & Record<string, unknown>>(sql`
    insert into agent_archives (organization, id, kind, agent_id, name, status, file, bytes, created_by, expires_at)
    values (${organization}::int, ${id}::text, ${kind}::text, ${agentId}::text, ${name}::text, 'queued', ${file}::text,
      ${bytes}::int, ${by}::jsonb, ${expiresAt}::timestamptz) returning ${columns}`);
  return found(row);
}

const found = (row: ArchiveRow | undefined): ArchiveRow => {
  if (!row) throw new Fault("not_found", "There is no archive with this id.");
  return row;
};

/** @throws Fault not_found. */
export async function readArchive(db: Database, scope: Scope, id: string): Promise<ArchiveRow> {
  const [row] = await db
    .query(scope)
    .execute<ArchiveRow & Record<string, unknown>>(
      sql`select ${columns} from agent_archives where organization = ${scope.organization}::int and id = ${id}::text`,
    );
  return found(row);
}

/** Newest first. */
export async function listArchives(
  db: Database,
  scope: Scope,
  page: { agentId: string | null; limit: number; before: string | null },
): Promise<ArchiveRow[]> {
  return db.query(scope).execute<ArchiveRow & Record<string, unknown>>(sql`
    select ${columns} from agent_archives where organization = ${scope.organization}::int
      and (${page.agentId}::text is null or agent_id = ${page.agentId}::text)
      and (${page.before}::text is null or id < ${page.before}::text)
    order by id desc limit ${page.limit}::int`);
}

type Change = Partial<
  Pick<ArchiveRow, "status" | "done" | "total" | "counts" | "bytes" | "code" | "message" | "file" | "name"> & {
    finishedAt: Date;
  }
>;

const names = { finishedAt: "finished_at" } as const;
const types: Readonly<Record<string, string>> = {
  done: "int",
  total: "int",
  bytes: "int",
  counts: "jsonb",
  finishedAt: "timestamptz",
};

/** As the caller's transaction or query has it. */
export async function changeArchive(
  q: Pick<Tx, "execute">,
  scope: Scope,
  { id, ...change }: Change & { id: string },
): Promise<void> {
  const sets = Object.entries(change).map(([name, value]): SQL => {
    const column = sql.raw(name === "finishedAt" ? names.finishedAt : name);
    const given = name === "counts" ? JSON.stringify(value) : value;
    return sql`${column} = ${given}::${sql.raw(types[name] ?? "text")}`;
  });
  await q.execute(sql`update agent_archives set ${sql.join(sets, sql`, `)}
    where organization = ${scope.organization}::int and id = ${id}::text`);
}

export function presentArchive(row: ArchiveRow): AgentArchive {
  const { id, kind, agentId, name, status, counts, bytes, code, message, createdBy } = row;
  const isThere = kind === "export" && row.file !== null && status === "done";
  return {
    id,
    kind,
    agentId,
    name,
    status,
    counts,
    bytes,
    code,
    message,
    createdBy,
    progress: {
      done: row.done,
      total: Math.max(row.total, row.done),
    },
    expiresAt: isThere ? new Date(row.expiresAt).toISOString() : null,
    createdAt: new Date(row.createdAt).toISOString(),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
  };
}
