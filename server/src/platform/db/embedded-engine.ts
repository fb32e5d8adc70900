/** The embedded database as an engine: one connection, taken in turn. */
import {
  enter,
  LEAVE_ROLE,
  RETAKE_ROLE,
  statement,
  type Asked,
  type Engine,
  type Rows,
  type Session,
} from "./engine.ts";
import { isLost, type EmbeddedThread } from "./embedded-thread.ts";
import { createStatementCache } from "./statement-cache.ts";
import { createTurns } from "./turns.ts";
import type { Row } from "./types.ts";
import { decode, encodeBatch, encodeScript, type Decoded } from "./wire-messages.ts";

type Heard = (payload: string) => void;

export interface EmbeddedEngine extends Engine {
  /** Copies the directory as it is between two batches. */
  copy(to: string): Promise<void>;
  /** The whole database as one file, to begin others with. */
  dump(to: string): Promise<void>;
}

/** `open` starts the thread; it is called again when the thread was lost. */
export async function createEmbeddedEngine(open: () => Promise<EmbeddedThread>): Promise<EmbeddedEngine> {
  const turns = createTurns();
  const channels = new Map<string, Set<Heard>>();
  const connection = createConnection(open, {
    listening: () => [...channels.keys()],
    notified: (channel, payload) => channels.get(channel)?.forEach((heard) => heard(payload)),
  });
  await connection.start();

  const script = (text: string) => turns.pass(() => connection.script(text));
  return {
    engine: "embedded",
    run: (organization, asked) =>
      turns.pass(() =>
        connection.run(organization === undefined ? asked : [enter(organization), ...asked], asked.length),
      ),
    async begin(organization, how) {
      const release = await turns.hold();
      return openSession(connection, { organization, how: `begin ${how ?? ""}`, release });
    },
    script,
    async vacuum(table) {
      await script(`vacuum (analyze) ${table}`);
    },
    async listen(channel, heard) {
      const hearers = channels.get(channel) ?? new Set<Heard>();
      channels.set(channel, hearers.add(heard));
      await script(`listen ${channel}`);
      return async () => {
        hearers.delete(heard);
        if (hearers.size > 0 || channels.get(channel) !== hearers) return;
        channels.delete(channel);
        await script(`unlisten ${channel}`).catch(() => {});
      };
    },
    copy: (to) => turns.pass(() => connection.thread((thread) => thread.copy(to))),
    dump: (to) => turns.pass(() => connection.thread((thread) => thread.dump(to))),
    async close() {
      const release = await turns.hold();
      await connection.close();
      release();
    },
  };
}

interface Holding {
  organization: number | undefined;
  how: string;
  release: () => void;
}

function openSession(connection: Connection, { organization, how, release }: Holding): Session {
  let before = [statement(how), ...(organization === undefined ? [] : [enter(organization)])];
  let begun = false;
  let status = "T";
  let ended = false;
  const send = async (asked: readonly Asked[], wanted: number): Promise<Rows[]> => {
    const first = before;
    before = [];
    begun = true;
    // Where a batch fails, the transaction is over for everything but its end.
    status = "E";
    const rows = await connection.run([...first, ...asked], wanted);
    status = "T";
    return rows;
  };
  const end = () => {
    ended = true;
    release();
  };
  return {
    async run(asked, asSystem) {
      if (!asSystem || organization === undefined) return send(asked, asked.length);
      return (await send([statement(LEAVE_ROLE), ...asked, statement(RETAKE_ROLE)], asked.length + 1)).slice(0, -1);
    },
    async script(text) {
      await send([], 0);
      return connection.script(text);
    },
    async commit() {
      if (begun && status === "E") throw new Error("The transaction was not stored: a statement in it had failed");
      if (begun) await connection.run([statement("commit")], 0);
      end();
    },
    async rollback() {
      if (ended) return;
      try {
        if (begun) await connection.run([statement("rollback")], 0);
      } catch (error) {
        // When the thread was lost, the transaction went with it.
        if (!isLost(error)) throw error;
      } finally {
        end();
      }
    },
  };
}

type Connection = ReturnType<typeof createConnection>;

interface Ears {
  listening(): string[];
  notified(channel: string, payload: string): void;
}

function createConnection(open: () => Promise<EmbeddedThread>, ears: Ears) {
  let current: Promise<EmbeddedThread> | undefined;
  let statements = createStatementCache();

  const start = async (): Promise<EmbeddedThread> => {
    const thread = await open();
    statements = createStatementCache();
    void thread.ended.then(() => (current = undefined));
    for (const channel of ears.listening()) await thread.wire(encodeScript(`listen ${channel}`));
    return thread;
  };
  const connect = () => {
    current ??= start().catch((error: unknown) => {
      current = undefined;
      throw error;
    });
    return current;
  };
  const receive = (decoded: Decoded): Decoded => {
    for (const { channel, payload } of decoded.notifications) ears.notified(channel, payload);
    return decoded;
  };

  return {
    start: connect,
    /** Rows of the last `wanted` statements. */
    async run(asked: readonly Asked[], wanted: number): Promise<Rows[]> {
      const thread = await connect();
      const cache = statements;
      const issued = asked.map(({ text, values }) => {
        const { name, fresh } = cache.find(text);
        return { name, values, parse: fresh ? text : undefined };
      });
      const bytes = await thread.wire(encodeBatch(issued, cache.takeForgotten()));
      const decoded = receive(decode(bytes, (at) => asked[at]?.shape ?? "objects"));
      for (const { name, parse } of issued) {
        if (parse === undefined) continue;
        if (decoded.error) cache.forget(name);
        else cache.keep(parse, name);
      }
      if (!decoded.error) return decoded.results.slice(asked.length - wanted);
      if (STALE_PLAN.has(decoded.error.code)) for (const { text } of asked) cache.drop(text);
      throw decoded.error;
    },
    async script(text: string): Promise<Row[][]> {
      const thread = await connect();
      const decoded = receive(decode(await thread.wire(encodeScript(text)), () => "objects"));
      if (decoded.error) throw decoded.error;
      return decoded.results as Row[][];
    },
    thread: async <T>(work: (thread: EmbeddedThread) => Promise<T>): Promise<T> => work(await connect()),
    async close() {
      const thread = await current?.catch(() => undefined);
      await thread?.close();
    },
  };
}

/** A prepared plan that a migration has made impossible. */
const STALE_PLAN = new Set(["0A000", "26000"]);
