import type { Database, Jobs, Scope, Tx } from "../../platform/index.ts";
import { envelopeScope } from "../../platform/index.ts";

export interface RemoveSourceDeps {
  db: Database;
  jobs: Pick<Jobs, "define" | "send">;
  removeDocuments(scope: Scope, documentIds: readonly string[]): Promise<void>;
  /** Ends the crawl of this process. */
  halt(sourceId: string): Promise<void>;
  /** Products that it brought leave as soon as its documents do. */
  forgetProducts?: ((scope: Scope, sourceId: string) => Promise<void>) | undefined;
  /** What else belongs to it, such as files. */
  alsoRemove?: ((scope: Scope, sourceId: string) => Promise<void>) | undefined;
}

interface RemovalEnvelope {
  organization: number;
  organizationId: string;
  sourceId: string;
}

const QUEUE = "knowledge.remove-source";
const AT_ONCE = 200;
/** By then a crawl of another process has seen that it lost the source, and stores nothing more. */
const LAST_LOOK_S = 25;

/** Takes a source's documents and pages away after it was hidden; what a crawl elsewhere still stored goes a little later. */
export function createSourceRemoval(deps: RemoveSourceDeps) {
  const { db, jobs } = deps;

  async function empty(scope: Scope, sourceId: string): Promise<void> {
    await deps.halt(sourceId);
    await deps.forgetProducts?.(scope, sourceId);
    for (;;) {
      const [rows = []] = await db.batch(scope, [
        {
          text: "select id from knowledge_documents where organization = $1::int and source_id = $2::text limit $3::int",
          values: [scope.organization, sourceId, AT_ONCE],
        },
      ]);
      if (rows.length === 0) return;
      await deps.removeDocuments(
        scope,
        rows.map((row) => String(row["id"])),
      );
    }
  }

  jobs.define<RemovalEnvelope>(QUEUE, { concurrency: 2, retryLimit: 5, expireInS: 3_600 }, async (envelope) => {
    const scope = envelopeScope(envelope.organization, envelope.organizationId, QUEUE);
    await empty(scope, envelope.sourceId);
    await deps.alsoRemove?.(scope, envelope.sourceId);
    const values = [scope.organization, envelope.sourceId];
    await db.batch(scope, [
      { text: "delete from knowledge_crawl_pages where organization = $1::int and source_id = $2::text", values },
      { text: "delete from knowledge_sources where organization = $1::int and id = $2::text", values },
    ]);
  });

  return {
    /** Within the transaction that hides the source. */
    async send({ organization, organizationId }: Scope, tx: Tx, sourceId: string): Promise<void> {
      const envelope = { organization, organizationId, sourceId };
      await jobs.send<RemovalEnvelope>(QUEUE, envelope, { tx, startAfterS: LAST_LOOK_S });
    },
    empty,
  };
}
