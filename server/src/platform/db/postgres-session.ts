/** A transaction that holds a connection to PostgreSQL. */
import type { PoolClient } from "pg";
import { enter, LEAVE_ROLE, RETAKE_ROLE, statement, type Asked, type Rows, type Session } from "./engine.ts";
import { sendBatch } from "./postgres-batch.ts";
import { commit, endsConnection, runScript } from "./postgres-statements.ts";

export interface Opening {
  organization: number | undefined;
  how: string | undefined;
}

export function openSession(client: PoolClient, { organization, how }: Opening): Session {
  let before = [
    statement(how === undefined ? "begin" : `begin ${how}`),
    ...(organization === undefined ? [] : [enter(organization)]),
  ];
  let begun = false;
  let ended = false;
  let broken = false;

  const end = () => {
    ended = true;
    client.release(broken || client.getTransactionStatus() !== "I");
  };
  const send = async (asked: readonly Asked[]): Promise<Rows[]> => {
    const first = before;
    before = [];
    begun = true;
    try {
      const results = await sendBatch(client, [...first, ...asked], { opens: first.length > 0, commits: false });
      return results.slice(first.length);
    } catch (error) {
      broken ||= endsConnection(error);
      throw error;
    }
  };
  return {
    async run(asked, asSystem) {
      if (!asSystem || organization === undefined) return send(asked);
      return (await send([statement(LEAVE_ROLE), ...asked, statement(RETAKE_ROLE)])).slice(1, -1);
    },
    async script(text) {
      if (before.length > 0) await send([]);
      return runScript(client, text);
    },
    async commit() {
      if (begun) await commit(client);
      end();
    },
    async rollback() {
      if (ended) return;
      if (begun) await runScript(client, "rollback").catch(() => (broken = true));
      end();
    },
  };
}
