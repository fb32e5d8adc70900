import type { FileChange, KnowledgeFile } from "@parley/contracts";
import { assertSeen, type Scope } from "../../platform/index.ts";
import { changeFile, lockFile, presentFile, readFile } from "./file-store.ts";
import type { FilesDeps, FilesWork, Seen } from "./files-deps.ts";
import { countFiles } from "./read-file-job.ts";
import { cleanName } from "./receive-upload.ts";

/** What becomes of files that are there: another name, another reading, their end. */
export function createChanging(deps: FilesDeps, { reading, removal, addressOf, told }: FilesWork) {
  const { db, clock } = deps;

  return {
    /** Its name, and whether visitors may open it. Faults: not_found, stale */
    async change(scope: Scope, { id, revision }: Seen, change: FileChange): Promise<KnowledgeFile> {
      const after = await db.transaction(scope, async (tx) => {
        const before = await lockFile(tx, scope, id);
        assertSeen(revision, before.revision);
        const name = change.name === undefined ? before.name : cleanName(change.name);
        const isPublic = change.public ?? before.public;
        const now = new Date(clock.now());
        await tx.batch([
          changeFile(scope, { id, name, isPublic, now }),
          {
            text: `update knowledge_documents set url = $4::text where organization = $1::int and source_id = $2::text
              and (external_id = $3::text or starts_with(external_id, $3::text || '/'))`,
            values: [scope.organization, before.sourceId, id, addressOf({ id, public: isPublic })],
          },
        ]);
        // Titles are made of the name.
        if (name !== before.name) await reading.again(tx, scope, id);
        await deps.audit.record(tx, scope, {
          action: "file.changed",
          target: { type: "file", id, name },
          before: { name: before.name, public: before.public },
          after: { name, public: isPublic },
        });
        return before;
      });
      told(scope, after);
      return presentFile(await readFile(db, scope, id));
    },

    /** Reads it again, as after a failure. @throws Fault not_found */
    async readAgain(scope: Scope, id: string): Promise<KnowledgeFile> {
      const row = await db.transaction(scope, async (tx) => {
        const found = await lockFile(tx, scope, id);
        await reading.again(tx, scope, id);
        return found;
      });
      told(scope, row);
      return presentFile(await readFile(db, scope, id));
    },

    /** Gone for everybody at once, with everything that was made of it. Faults: not_found, stale */
    async remove(scope: Scope, { id, revision }: Seen): Promise<void> {
      const row = await db.transaction(scope, async (tx) => {
        const found = await lockFile(tx, scope, id);
        assertSeen(revision, found.revision);
        await tx.batch([
          {
            text: "update knowledge_files set status = 'removing' where organization = $1::int and id = $2::text",
            values: [scope.organization, id],
          },
        ]);
        await removal.send(scope, tx, id);
        await deps.audit.record(tx, scope, {
          action: "file.deleted",
          target: { type: "file", id, name: found.name },
          before: { size: found.size, documents: found.documents },
        });
        return found;
      });
      await removal.empty(scope, row);
      await countFiles(db, scope, { sourceId: row.sourceId, now: clock.now() });
      told(scope, row);
      for (const resource of ["documents", "sources"] as const)
        deps.live.changed(scope, { resource, agentId: row.agentId });
    },
  };
}
