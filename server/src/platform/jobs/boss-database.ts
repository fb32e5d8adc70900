/** Our database as pg-boss wants one: the handle that everybody shares, and no pool of its own. */
import type { Db } from "pg-boss";
import { SYSTEM } from "../scope.ts";
import type { Database, Tx } from "../db/types.ts";

/** `heard` is told the queue of every job that can run at once. */
export function bossDatabase(db: Database, heard: (queue: string) => void): Db {
  return {
    async executeSql(text, values = []) {
      if (values.length === 0 && hasSeveralStatements(text)) return { rows: (await db.script(text)).flat() };
      const [rows = []] = await db.batch(SYSTEM, [{ text, values }]);
      return { rows };
    },
    async listen(channel, _onNotification, onReconnect) {
      const close = await db.listen(channel, heard);
      onReconnect();
      return { close };
    },
  };
}

/** Within a transaction of a room: as the system, for pg-boss's tables belong to no organization. */
export function bossTransaction(tx: Tx): Db {
  return {
    async executeSql(text, values = []) {
      const [rows = []] = await tx.batch([{ text, values }], SYSTEM);
      return { rows };
    },
  };
}

/** pg-boss writes its scripts as one text from BEGIN to COMMIT, or as a single statement of DDL. */
function hasSeveralStatements(text: string): boolean {
  return !/^\s*(with|select|insert|update|delete)\b/i.test(text);
}
