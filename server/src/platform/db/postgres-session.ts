/** A transaction that holds a connection to PostgreSQL. */
import type { PoolClient } from "pg";
import { LEAVE_ROLE, RETAKE_ROLE, type Asked, type Rows, type Session } from "./engine.ts";
import { commit, control, isStale, issue, opening, runScript, together, type Opening } from "./postgres-statements.ts";

export function openSession(client: PoolClient, how: Opening): Session {
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
  // Lost while nothing is under way, the next statement tells; the event unheard would end the process.
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

const ignore = () => {};
