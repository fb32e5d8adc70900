/** What is done with all that an agent knows: told in a word, copied to another agent, taken away with it. */
import { Fault } from "@parley/contracts";
import type { Files, Live, Scope } from "../platform/index.ts";
import { copyAgent, type Copying, type CopyingDeps } from "./copy-agent.ts";
import { copyLabels } from "./copy-labels.ts";
import type { KnowledgeFiles } from "./files/create-files.ts";
import { readSources } from "./sources/source-store.ts";

export interface WholeAgentsDeps extends CopyingDeps {
  live: Live;
  files: Pick<Files, "remove">;
  uploads: Pick<KnowledgeFiles, "copyAll" | "removeAll">;
}

export type KnowledgeState = "reading" | "ready" | "empty";

export function createWholeAgents(deps: WholeAgentsDeps) {
  const { db, files, sources, uploads } = deps;
  return {
    /** Whether agents can answer yet, in one round trip; those that are not here are left out. */
    async states(scope: Scope, agentIds: readonly string[]): Promise<ReadonlyMap<string, KnowledgeState>> {
      if (agentIds.length === 0) return new Map();
      const [rows = []] = await db.batch(scope, [{ text: states, values: [scope.organization, agentIds] }]);
      return new Map(
        rows.map((row) => [String(row["agent_id"]), stateOf(row["reading"] === true, row["knows"] === true)]),
      );
    },

    copyAgent: (scope: Scope, copying: Copying): Promise<void> => copyAgent(deps, scope, copying),

    /** See `copyLabels`: of what a copy has read by now; false while it is still being read. */
    copyLabels: (scope: Scope, agents: { from: string; to: string }): Promise<boolean> =>
      copyLabels(deps, scope, agents),

    /** Takes away all that an agent knows, a piece at a time: it may break off anywhere and be called again. */
    async removeAgent(scope: Scope, agentId: string, signal: AbortSignal): Promise<void> {
      const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
      for (const { id, status } of rows)
        if (["queued", "running", "paused"].includes(status)) await sources.cancel(scope, id).catch(unlessEnded);
      await uploads.removeAll(scope, { agentId });
      for (const text of removals)
        for (let gone = PIECE; gone >= PIECE && !signal.aborted;) {
          const [removed = []] = await db.batch(scope, [{ text, values: [scope.organization, agentId, PIECE] }]);
          gone = Number(removed[0]?.["gone"] ?? 0);
        }
      for (const extension of LOGO_EXTENSIONS) await files.remove(`agents/${agentId}/logo.${extension}`);
    },
  };
}

/** It came to its end, or went, between the look and the word: nothing is left to cancel. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof Fault) || !["conflict", "not_found"].includes(error.code)) throw error;
}

function stateOf(reading: boolean, knows: boolean): KnowledgeState {
  if (reading) return "reading";
  return knows ? "ready" : "empty";
}

/** $1 organization, $2 agents. */
const states = `
select i.agent_id,
  exists (select 1 from knowledge_sources s where s.organization = i.organization and s.agent_id = i.agent_id
    and s.run = 1 and s.status in ('queued', 'running')) as reading,
  coalesce((select sum(t.chunks) from knowledge_index_statistics t
    where t.organization = i.organization and t.index_number = i.number), 0) > 0
  or exists (select 1 from knowledge_products p where p.organization = i.organization and p.agent_id = i.agent_id)
  or exists (select 1 from knowledge_verified_answers v where v.organization = i.organization and v.agent_id = i.agent_id)
  as knows
from knowledge_indexes i where i.organization = $1::int and i.agent_id = any($2::text[])`;

/** Rows that go in one statement. */
const PIECE = 5_000;
const LOGO_EXTENSIONS = ["png", "svg", "ico", "jpg", "jpeg", "webp", "gif"];

const removal = (table: string, which: string) => `
with gone as (delete from ${table} where ctid = any(array(select ctid from ${table} where organization = $1::int and ${which} limit $3::int))
  returning 1) select count(*)::int as gone from gone`;
const ofAgent = "agent_id = $2::text";
const ofIndex = `index_number = (select number from knowledge_indexes where organization = $1::int and agent_id = $2::text)`;
const ofVectors = `set_number in (select number from knowledge_vector_sets where organization = $1::int and ${ofIndex})`;
const ofSource = `source_id in (select id from knowledge_sources where organization = $1::int and agent_id = $2::text)`;

/** In an order in which what is left can still be found; the index itself goes last. */
const removals = [
  removal("knowledge_product_words", ofIndex),
  removal("knowledge_products", ofAgent),
  removal("knowledge_catalogues", ofAgent),
  removal("knowledge_overlaps", ofAgent),
  removal("knowledge_chunk_bands", ofIndex),
  removal("knowledge_statements", ofIndex),
  removal("knowledge_overlap_progress", ofIndex),
  removal("knowledge_verified_keys", ofAgent),
  removal("knowledge_verified_answers", ofAgent),
  removal("knowledge_synonyms", ofAgent),
  removal("knowledge_postings", ofIndex),
  removal("knowledge_chunks", ofIndex),
  removal("knowledge_vector_cells", ofVectors),
  removal("knowledge_vector_sets", ofIndex),
  removal("knowledge_document_versions", ofAgent),
  removal("knowledge_documents", ofAgent),
  removal("knowledge_index_statistics", ofIndex),
  removal("knowledge_crawl_pages", ofSource),
  removal("knowledge_sources", ofAgent),
  removal("knowledge_indexes", ofAgent),
];
