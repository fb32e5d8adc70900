import type { Database, Files, Jobs, Scope, Tx } from "../../platform/index.ts";
import { envelopeScope } from "../../platform/index.ts";
import { fileOf, type FileRow } from "./file-store.ts";
import { documentsOf } from "./read-file-job.ts";

export interface RemoveFileDeps {
  db: Database;
  jobs: Pick<Jobs, "define" | "send">;
  files: Pick<Files, "remove">;
  removeDocuments(scope: Scope, documentIds: readonly string[]): Promise<void>;
}

interface RemovalEnvelope {
  organization: number;
  organizationId: string;
  fileId: string;
}

interface SweepEnvelope {
  organization: number;
  organizationId: string;
  stored: string;
}

const REMOVE = "knowledge.remove-file";
const SWEEP = "knowledge.sweep-file";
/** By then a reader elsewhere has seen that the file is gone. */
const LAST_LOOK_S = 25;
/** An upload that was cut off by a crash has left its bytes; by then nobody is at it any more. */
const SWEEP_AFTER_S = 3_600;

/** Takes away what is left of files after they were hidden, and bytes that no file has. */
export function createFileRemoval(deps: RemoveFileDeps) {
  const { db, jobs, files } = deps;

  jobs.define<RemovalEnvelope>(REMOVE, { concurrency: 2, retryLimit: 5, expireInS: 3_600 }, async (envelope) => {
    const scope = envelopeScope(envelope.organization, envelope.organizationId, REMOVE);
    const [rows = []] = await db.batch(scope, [
      {
        text: "select * from knowledge_files where organization = $1::int and id = $2::text and status = 'removing'",
        values: [scope.organization, envelope.fileId],
      },
    ]);
    if (!rows[0]) return;
    const row = fileOf(rows[0]);
    await empty(scope, row);
    await files.remove(row.stored);
    await db.batch(scope, [
      {
        text: "delete from knowledge_files where organization = $1::int and id = $2::text and status = 'removing'",
        values: [scope.organization, row.id],
      },
    ]);
  });

  jobs.define<SweepEnvelope>(SWEEP, { concurrency: 1, retryLimit: 3, expireInS: 300 }, async (envelope) => {
    const scope = envelopeScope(envelope.organization, envelope.organizationId, SWEEP);
    const [rows = []] = await db.batch(scope, [
      {
        text: "select 1 from knowledge_files where organization = $1::int and stored = $2::text",
        values: [scope.organization, envelope.stored],
      },
    ]);
    if (rows.length === 0) await files.remove(envelope.stored);
  });

  const sweep = (scope: Scope, stored: string, options: { tx?: Tx; startAfterS?: number }) =>
    jobs.send<SweepEnvelope>(
      SWEEP,
      { organization: scope.organization, organizationId: scope.organizationId, stored },
      options,
    );

  async function empty(scope: Scope, row: FileRow): Promise<void> {
    const ids = await documentsOf(db, scope, row);
    if (ids.length > 0) await deps.removeDocuments(scope, ids);
  }

  return {
    empty,
    /** Bytes that no file refers to by then. */
    sweep,
    sweepLater: (scope: Scope, stored: string) => sweep(scope, stored, { startAfterS: SWEEP_AFTER_S }),
    /** Within the transaction that hides the file. */
    async send({ organization, organizationId }: Scope, tx: Tx, fileId: string): Promise<void> {
      const envelope = { organization, organizationId, fileId };
      await jobs.send<RemovalEnvelope>(REMOVE, envelope, { tx, startAfterS: LAST_LOOK_S });
    },
  };
}
