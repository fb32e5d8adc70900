/** PostgreSQL through node-postgres: a pool, batches in one piece, named statements. */
import { Pool, type PoolClient } from "pg";
import { Fault } from "@parley/contracts";
import { codeOf, databaseError } from "./database-error.ts";
import { enter, NEVER_BEGUN, readsTogether, statement, type Asked, type Engine, type Rows } from "./engine.ts";
import { listenOnPostgres } from "./listen-on-postgres.ts";
import { sendBatch } from "./postgres-batch.ts";
import { openSession } from "./postgres-session.ts";
import { endsConnection, runScript } from "./postgres-statements.ts";

export interface PostgresOptions {
  url: string;
  /** Connections at most. */
  poolSize: number;
  statementTimeoutMs: number;
  warn: (message: string, error?: unknown) => void;
}

const CONNECT_TIMEOUT_MS = 10_000;
/**
 * Our statements are few and written for one plan each; planning the search anew each time took longer than searching.
 * Compiling a plan to machine code takes 150 ms, and none of them runs so long.
 */
const ONCE_CONNECTED = "set timezone = 'UTC'; set plan_cache_mode = force_generic_plan; set jit = off";
const IDLE_IN_TRANSACTION_MS = 60_000;

export async function openPostgres(options: PostgresOptions): Promise<Engine> {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    application_name: "parley",
    onConnect: (client) => client.query(ONCE_CONNECTED).then(() => undefined),
  });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on("error", (error) => options.warn("A database connection was lost", databaseError(error)));
  // Lost with a statement under way: the statement tells it, but the event unheard would end the process.
  pool.on("connect", (client) => client.on("error", ignore));
  const listener = listenOnPostgres(options.url, options.warn);

  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await connect(pool);
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      broken = endsConnection(error);
      throw error;
    } finally {
      client.release(broken || client.getTransactionStatus() !== "I");
    }
  };

  await withClient((client) => client.query("select 1"));
  return {
    engine: "postgres",
    run: (organization, asked) =>
      pastDeadConnections(() => withClient((client) => runBatch(client, organization, asked)), options.poolSize),
    begin: async (organization, how) => openSession(await connect(pool), { organization, how }),
    script: (text) => withClient((client) => runScript(client, text)),
    vacuum: (table) =>
      withClient(async (client) => {
        await runScript(client, "set statement_timeout = 0");
        try {
          await runScript(client, `vacuum (analyze) ${table}`);
        } finally {
          await runScript(client, `set statement_timeout = ${options.statementTimeoutMs}`);
        }
      }),
    listen: listener.listen,
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const code = codeOf(error);
    throw new Fault(
      "unavailable",
      `The database does not answer (${code ?? "no connection"}). Check DATABASE_URL and that PostgreSQL runs.`,
      {
        cause: databaseError(error instanceof Error ? error : {}),
      },
    );
  }
}

/** One implicit transaction that ends with the batch; where all should see one state, one that is begun and ended. */
async function runBatch(
  client: PoolClient,
  organization: number | undefined,
  asked: readonly Asked[],
): Promise<Rows[]> {
  const within = organization === undefined ? asked : [enter(organization), ...asked];
  if (!readsTogether(asked)) {
    return (await sendBatch(client, within, { opens: true, commits: true })).slice(within.length - asked.length);
  }
  try {
    const all = [statement("begin isolation level repeatable read"), ...within, statement("commit")];
    return (await sendBatch(client, all, { opens: true, commits: false })).slice(-1 - asked.length, -1);
  } catch (error) {
    if (!endsConnection(error)) await runScript(client, "rollback").catch(ignore);
    throw error;
  }
}

/**
 * A connection that the server has ended while it lay idle (a restart) may be taken before anybody has noticed. Then
 * nothing was done: on to the next connection.
 */
async function pastDeadConnections<T>(work: () => Promise<T>, poolSize: number): Promise<T> {
  for (let left = poolSize; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || codeOf(error) !== NEVER_BEGUN) throw error;
    }
  }
}

const ignore = () => {};
