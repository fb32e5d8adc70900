/** Drizzle and the rules of use over either engine: what travels together, and what may not be used when. */
import { drizzle, type PgRemoteDatabase } from "./drizzle.ts";
import { AsyncLocalStorage } from "node:async_hooks";
import { SYSTEM, type Scope, type System } from "../scope.ts";
import { codeOf } from "./database-error.ts";
import { NEVER_BEGUN, type Asked, type Engine, type Rows, type Session } from "./engine.ts";
import type { Database, Row, Statement, Tx } from "./types.ts";
import { toText } from "./values.ts";

type Send = (asked: readonly Asked[]) => Promise<Rows[]>;

const MOST_ATTEMPTS = 4;
const CHANNEL = /^[a-z][a-z0-9_]{0,62}$/;
const TABLE = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/;

export function createDatabase(engine: Engine): Database {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const assertOutside = () => {
    if (!inside.getStore()?.open) return;
    throw new Error(
      "The database was used inside a transaction past its `tx`: on the embedded engine that waits for itself for ever. Use `tx`.",
    );
  };
  return {
    engine: engine.engine,
    query(scope) {
      assertOutside();
      const organization = organizationOf(scope);
      return bindDrizzle(
        gather((asked) => {
          assertOutside();
          return engine.run(organization, asked);
        }),
      );
    },
    async batch(scope, statements) {
      assertOutside();
      if (statements.length === 0) return [];
      return asRows(await engine.run(organizationOf(scope), statements.map(ask)));
    },
    async transaction(scope, work, { isolation } = {}) {
      assertOutside();
      const how = isolation && `isolation level ${isolation}`;
      return tryAgain(async () => transact(await engine.begin(organizationOf(scope), how), inside, work));
    },
    async script(text) {
      assertOutside();
      return engine.script(text);
    },
    async listen(channel, heard) {
      assertOutside();
      if (!CHANNEL.test(channel)) throw new Error("A channel is named in lower case letters, digits and underscores");
      return engine.listen(channel, heard);
    },
    async notify(channel, payload) {
      assertOutside();
      const text = "select pg_notify($1, $2)";
      await engine.run(undefined, [{ text, values: [channel, payload], shape: "objects" }]);
    },
    async vacuum(tables) {
      assertOutside();
      const wrong = tables.find((table) => !TABLE.test(table));
      if (wrong !== undefined) throw new Error("Not a name of a table");
      for (const table of tables) await engine.vacuum(table);
    },
    snapshot: async () => {},
    close: () => engine.close(),
  };
}

async function transact<T>(
  session: Session,
  inside: AsyncLocalStorage<{ open: boolean }>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const state = { open: true };
  try {
    const result = await inside.run(state, () => work(bindTransaction(session, state)));
    state.open = false;
    await session.commit();
    return result;
  } catch (error) {
    state.open = false;
    await session.rollback();
    throw error;
  }
}

async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !mayTryAgain(error)) throw error;
    }
  }
}

const organizationOf = (scope: Scope | System) => (scope === SYSTEM ? undefined : scope.organization);

const ask = ({ text, values }: Statement): Asked => ({ text, values: values.map(toText), shape: "objects" });

/** The engines keep to the shape that was asked for; this is where that is said to the compiler. */
const asRows = (rows: Rows[]) => rows as Row[][];

/** Serialization failures, deadlocks, a connection that was dead at the start: nothing was stored, it may yet be. */
const mayTryAgain = (error: unknown) => ["40001", "40P01", NEVER_BEGUN].includes(codeOf(error) ?? "");

function bindDrizzle(send: (asked: Asked) => Promise<Rows>): PgRemoteDatabase<Record<string, never>> {
  return drizzle(async (text, values, method) => {
    const asked: Asked = { text, values: values.map(toText), shape: method === "all" ? "arrays" : "objects" };
    try {
      return { rows: await send(asked) };
    } catch (error) {
      // Drizzle would wrap what is thrown here in an error that quotes the statement and its values. What is thrown
      // when it takes the rows passes untouched.
      return {
        get rows(): never {
          throw error;
        },
      };
    }
  });
}

function bindTransaction(session: Session, state: { open: boolean }): Tx {
  const assertOpen = () => {
    if (!state.open) throw new Error("This transaction has ended; what belongs to it must be awaited inside it");
  };
  const send: Send = async (asked) => {
    assertOpen();
    return session.run(asked, false);
  };
  return Object.assign(bindDrizzle(gather(send)), {
    inTransaction: true as const,
    async batch(statements: readonly Statement[], as?: System): Promise<Row[][]> {
      assertOpen();
      return statements.length === 0 ? [] : asRows(await session.run(statements.map(ask), as === SYSTEM));
    },
  });
}

/** Gathers what is asked in one tick and sends it together. One failure fails all, for none of it was stored. */
function gather(send: Send): (asked: Asked) => Promise<Rows> {
  let waiting: { asked: Asked; resolve: (rows: Rows) => void; reject: (error: unknown) => void }[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    Promise.resolve()
      .then(() => send(batch.map(({ asked }) => asked)))
      .then(
        (results) => batch.forEach(({ resolve }, at) => resolve(results[at] ?? [])),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      );
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      // Several queries awaited together begin in one microtask each: a tick ends when all of those have run.
      if (waiting.length === 1) queueMicrotask(() => process.nextTick(flush));
    });
}
