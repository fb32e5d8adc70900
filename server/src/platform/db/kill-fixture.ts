/** Runs in a process of its own, to be killed: opens the directory given and writes for ever, telling each row that was stored. */
import { writeSync } from "node:fs";
import { createClock } from "../clock.ts";
import { SYSTEM } from "../scope.ts";
import { openDatabase } from "./open-database.ts";

const db = await openDatabase({
  dataDir: process.argv[2] ?? "",
  clock: createClock(),
  warn: (message) => say(2, message),
});
say(1, "open");
for (let row = 1; ; row += 1) {
  // Two rows at a time: after a kill there are both or neither.
  const insert = { text: "insert into organizations (id, name) values ($1, 'x')", values: [] };
  await db.batch(SYSTEM, [
    { ...insert, values: [`org_${row}_a`] },
    { ...insert, values: [`org_${row}_b`] },
  ]);
  say(1, `stored ${row}`);
}

function say(descriptor: number, line: string): void {
  writeSync(descriptor, `${line}\n`);
}
