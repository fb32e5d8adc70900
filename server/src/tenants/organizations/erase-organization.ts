/**
 * Deletes an organization. At once it is closed for everybody: its row, members, keys and invitations go in one
 * transaction, which also stores the job that erases the rest in small pieces. The job comes again some seconds, minutes and hours later,
 * for what was still being written when the organization went; the numbers of organizations are never used again.
 */
import { Fault } from "@parley/contracts";
import { type Database, type Files, type Jobs, quoted, type Scope, SYSTEM, type Tx } from "../../platform/index.ts";
import { lockMembers } from "../members/lock-members.ts";
import { filesOf, ownedIds } from "./owned-files.ts";
import { ownedTables } from "./owned-tables.ts";

const QUEUE = "organizations.erase";
const AT_ONCE = 2_000;
const AGAIN_AFTER_S = [0, 3, 60, 600, 7_200];
/** What lets anybody in; small in every organization. */
const DOORS = ["team_members", "members", "former_members", "invitations", "api_keys"];

interface Erasing {
  organization: number;
  /** Of what files are named after. */
  ids: string[];
}

export interface EraseParts {
  db: Database;
  jobs: Jobs;
  files: Files;
}

export function createErasing({ db, jobs, files }: EraseParts) {
  jobs.define<Erasing>(QUEUE, { concurrency: 1, retryLimit: 20, expireInS: 3_600 }, async (data, signal) => {
    await eraseRows(db, data.organization, signal);
    for await (const name of filesOf(files, data.ids)) await files.remove(name);
  });

  return {
    /** `name` is the organization's own, as it is written. @throws Fault invalid_request if it is another. */
    async erase(scope: Scope, name: string): Promise<void> {
      const { organization } = scope;
      await db.transaction(SYSTEM, async (tx) => {
        await lockMembers(tx, scope);
        await assertNamed(tx, organization, name);
        const ids = await ownedIds(tx, files, organization);
        await tx.batch([
          ...DOORS.map((table) => ({
            text: `delete from ${quoted(table)} where organization = $1`,
            values: [organization],
          })),
          { text: "delete from organizations where number = $1", values: [organization] },
        ]);
        const data: Erasing = { organization, ids };
        for (const startAfterS of AGAIN_AFTER_S) await jobs.send(QUEUE, data, { startAfterS, tx });
      });
    },
  };
}

async function assertNamed(tx: Tx, organization: number, name: string): Promise<void> {
  const [rows = []] = await tx.batch([
    { text: "select name from organizations where number = $1 for update", values: [organization] },
  ]);
  const [row] = rows;
  if (!row) throw new Fault("not_found", "There is no such organization.");
  if (String(row["name"]).trim() === name.trim()) return;
  throw new Fault("invalid_request", "Type the organization's name exactly as it is written, to delete it.", {
    field: "name",
  });
}

/** In small transactions, so that nobody waits long; what is left when the process ends, the next try takes up. */
async function eraseRows(db: Database, organization: number, signal: AbortSignal): Promise<void> {
  const tables = await db.transaction(SYSTEM, ownedTables);
  for (const { name } of tables.toReversed()) {
    for (let more = true; more;) {
      signal.throwIfAborted();
      const [, gone = []] = await db.batch(SYSTEM, [
        { text: "select set_config('parley.removing_organization', $1, true)", values: [String(organization)] },
        {
          text: `with few as (select ctid from ${quoted(name)} where organization = $1 limit ${AT_ONCE}),
            gone as (delete from ${quoted(name)} where ctid = any(array(select ctid from few)) returning 1)
            select count(*)::int as rows from gone`,
          values: [organization],
        },
      ]);
      more = Number(gone[0]?.["rows"]) === AT_ONCE;
    }
  }
}
