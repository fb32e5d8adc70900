import { type DocumentLabels, Fault } from "@parley/contracts";
import type { Database, Live, Row, Scope } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";

export interface SourceLabels {
  tags: string[];
  audience: string | null;
}

/** Tags and audience of all that a source holds, beside what its documents have of their own. */
export function createSourceLabels({ db, audit, live }: { db: Database; audit: Audit; live: Live }) {
  return {
    /** Throws `not_found`. */
    async get(scope: Scope, id: string): Promise<SourceLabels> {
      const text = "select tags, audience from knowledge_sources where organization = $1::int and id = $2::text";
      const [[row] = []] = await db.batch(scope, [{ text, values: [scope.organization, id] }]);
      return labelsOf(row);
    },

    /** What is left out stays as it is. Throws `not_found`. */
    async set(scope: Scope, id: string, change: DocumentLabels): Promise<SourceLabels> {
      const { after, agentId } = await db.transaction(scope, async (tx) => {
        const [[row] = []] = await tx.batch([
          {
            text: `select agent_id, name, url, tags, audience from knowledge_sources
              where organization = $1::int and id = $2::text for update`,
            values: [scope.organization, id],
          },
        ]);
        const before = labelsOf(row);
        const wanted: SourceLabels = {
          tags: change.tags === undefined ? before.tags : [...new Set(change.tags)],
          audience: change.audience === undefined ? before.audience : change.audience,
        };
        await tx.batch([
          {
            text: `update knowledge_sources set tags = $3::text[], audience = $4::text
              where organization = $1::int and id = $2::text`,
            values: [scope.organization, id, wanted.tags, wanted.audience],
          },
        ]);
        const target = { type: "source", id, name: String(row?.["name"] ?? "") };
        await audit.record(tx, scope, { action: "source.labelled", target, before, after: wanted });
        return { after: wanted, agentId: String(row?.["agent_id"]) };
      });
      live.changed(scope, { resource: "sources", id, agentId });
      return after;
    },
  };
}

function labelsOf(row: Row | undefined): SourceLabels {
  if (row === undefined) throw new Fault("not_found", "There is no such source.");
  const { tags, audience } = row;
  return {
    tags: Array.isArray(tags) ? tags.map(String) : [],
    audience: typeof audience === "string" ? audience : null,
  };
}

export type SourceLabelStore = ReturnType<typeof createSourceLabels>;
