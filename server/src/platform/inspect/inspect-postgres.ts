import pg from "pg";

export interface PostgresFindings {
  /** Such as 17.11. */
  version: string;
  major: number;
  /** False: row-level security would have no role to run under, and this user may not make it. */
  mayHaveRole: boolean;
  migrations: number;
}

const ANSWER_WITHIN_MS = 5_000;

/** Looks at a PostgreSQL without changing anything. Rejects with the driver's own error if it cannot be reached. */
export async function inspectPostgres(url: string): Promise<PostgresFindings> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });
  // A connection that breaks later is told by the query that meets it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ number: string; version: string; role: boolean; migrated: boolean }>(`
      select current_setting('server_version_num') as number, current_setting('server_version') as version,
        to_regclass('public.parley_migrations') is not null as migrated,
        (select rolsuper or rolcreaterole from pg_roles where rolname = current_user)
          or coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = 'parley_app'), false) as role`);
    const [found] = rows;
    if (!found) throw new Error("PostgreSQL answered with nothing");
    const migrations = found.migrated ? await client.query("select 1 from parley_migrations") : { rows: [] };
    return {
      version: found.version,
      major: Math.floor(Number(found.number) / 10_000),
      mayHaveRole: found.role,
      migrations: migrations.rows.length,
    };
  } finally {
    await client.end();
  }
}
