/** PostgreSQL through node-postgres: a pool, pipelined batches, named statements. */
import { createHash } from "node:crypto";
import { Pool, type PoolClient, type QueryResult } from "pg";
import { Fault } from "@parley/contracts";
import { corkedSocket } from "./corked-socket.ts";
import { codeOf, databaseError } from "./database-error.ts";
import {
  ENTER,
  LEAVE_ROLE,
  RETAKE_ROLE,
  readsTogether,
  type Asked,
  type Engine,
  type Rows,
  type Session,
  type Shape,
} from "./engine.ts";
import { listenOnPostgres } from "./listen-on-postgres.ts";
import type { Row } from "./types.ts";
import { parserOf } from "./values.ts";

export interface PostgresOptions {
  url: string;
  /** Connections at most. */
  poolSize: number;
  statementTimeoutMs: number;
  warn: (message: string, error?: unknown) => void;
}

const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 60_000;
/** Beyond this many different texts, statements go unnamed: the server keeps every named one. */
const MOST_NAMED = 500;
/** The plan or the statement is gone (a migration elsewhere, a pooler between): a new connection knows nothing old. */
const STALE_STATEMENT = ["0A000", "26000", "42P05"];

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
    pipeline: true,
    stream: corkedSocket,
    onConnect: (client) => client.query("set timezone = 'UTC'").then(() => undefined),
  });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on("error", (error) => options.warn("A database connection was lost", databaseError(error)));
  const listener = listenOnPostgres(options.url, options.warn);
  const named = createNames();

  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await connect(pool);
    // Lost with a statement under way: the statement tells it, but the event unheard would end the process.
    client.on("error", ignore);
    let stale = false;
    try {
      return await work(client);
    } catch (error) {
      stale = isStale(error);
      throw error;
    } finally {
      client.off("error", ignore);
      client.release(stale || client.getTransactionStatus() !== "I");
    }
  };

  await withClient((client) => client.query("select 1"));
  return {
    engine: "postgres",
    run: (organization, asked) => withClient((client) => runBatch(client, organization, { asked, named })),
    begin: async (organization, how) => openSession(await connect(pool), { organization, how, named }),
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

type Name = (text: string) => string | undefined;

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

/** Everything is written in one tick, and every promise is looked at: a failed begin leaves the commit "successful". */
async function runBatch(
  client: PoolClient,
  organization: number | undefined,
  batch: { asked: readonly Asked[]; named: Name },
): Promise<Rows[]> {
  const { asked, named } = batch;
  const statements = asked.map((one) => () => issue(client, one, named));
  if (organization === undefined && asked.length === 1) return together(statements);
  const before = opening(client, {
    organization,
    named,
    how: readsTogether(asked) ? "isolation level repeatable read" : undefined,
  });
  const results = await together([...before, ...statements, () => control(client, "commit")]);
  return results.slice(before.length, -1);
}

interface Opening {
  organization: number | undefined;
  how: string | undefined;
  named: Name;
}

function opening(client: PoolClient, { organization, how, named }: Opening): (() => Promise<Rows>)[] {
  const begin = () => control(client, how === undefined ? "begin" : `begin ${how}`);
  if (organization === undefined) return [begin];
  return [begin, () => issue(client, { text: ENTER, values: [String(organization)], shape: "objects" }, named)];
}

/** Never a named statement: one that the server has lost must not leave the rest running outside a transaction. */
async function control(client: PoolClient, text: string): Promise<Rows> {
  await runScript(client, text);
  return [];
}

/** Issues all, then waits for all; rejects with the first error in order, when nothing is on its way any more. */
async function together(issues: readonly (() => Promise<Rows>)[]): Promise<Rows[]> {
  const settled = await Promise.allSettled(issues.map((send) => send()));
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
}

async function issue(client: PoolClient, { text, values, shape }: Asked, named: Name): Promise<Rows> {
  try {
    const query = { text, values: [...values], name: named(text) ?? "", types: types[shape], queryMode: "extended" };
    const result: { rows: Rows } =
      shape === "arrays" ? await client.query({ ...query, rowMode: "array" }) : await client.query(query);
    return result.rows;
  } catch (error) {
    throw databaseError(error instanceof Error ? error : {});
  }
}

async function runScript(client: PoolClient, text: string): Promise<Row[][]> {
  try {
    const results: unknown = await client.query({ text, types: types.objects });
    return [results].flat().map((result) => (result as QueryResult<Row>).rows);
  } catch (error) {
    throw databaseError(error instanceof Error ? error : {});
  }
}

function openSession(client: PoolClient, how: Opening): Session {
  let before = opening(client, how);
  let begun = false;
  let ended = false;
  let broken = false;

  const end = () => {
    ended = true;
    client.off("error", ignore);
    client.release(broken || client.getTransactionStatus() !== "I");
  };
  const send = async (issues: readonly (() => Promise<Rows>)[]): Promise<Rows[]> => {
    const first = before;
    before = [];
    begun = true;
    try {
      return (await together([...first, ...issues])).slice(first.length);
    } catch (error) {
      broken ||= isStale(error);
      throw error;
    }
  };
  const issueOne = (one: Asked) => () => issue(client, one, how.named);
  client.on("error", ignore);
  return {
    async run(asked, asSystem) {
      if (!asSystem || how.organization === undefined) return send(asked.map(issueOne));
      const roles = [LEAVE_ROLE, RETAKE_ROLE].map((text) => issueOne({ text, values: [], shape: "objects" }));
      return (await send([...roles.slice(0, 1), ...asked.map(issueOne), ...roles.slice(1)])).slice(1, -1);
    },
    async script(text) {
      await send([]);
      return runScript(client, text);
    },
    async commit() {
      if (begun) await commit(client);
      end();
    },
    async rollback() {
      if (ended) return;
      if (begun) await control(client, "rollback").catch(() => (broken = true));
      end();
    },
  };
}

/** By what the server answers: the driver knows of a failed transaction only a little after the failure itself. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query("commit").catch((error: unknown) => {
    throw databaseError(error instanceof Error ? error : {});
  });
  if (command !== "COMMIT") throw new Error("The transaction was not stored: a statement in it had failed");
}

const ignore = () => {};
const isStale = (error: unknown) => STALE_STATEMENT.includes(codeOf(error) ?? "");

const types = { arrays: typesFor("arrays"), objects: typesFor("objects") };

function typesFor(shape: Shape) {
  return { getTypeParser: (oid: number) => parserOf(oid, shape) };
}

/** A statement's name is the hash of its text, so that a text is parsed and planned once a connection. */
function createNames(): Name {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMED) return undefined;
    const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
    names.set(text, name);
    return name;
  };
}
