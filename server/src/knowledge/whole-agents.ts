/** What is done with all that an agent knows: told in a word, copied to another agent, taken away with it. */
import { Fault } from "@parley/contracts";
import type { Database, Files, Scope } from "../platform/index.ts";
import type { Passages } from "./create-passages.ts";
import { foldUrl } from "./crawl/normalise-url.ts";
import type { DocumentItem } from "./documents/index-documents.ts";
import { isConnected, type SourceRow, websiteOf } from "./sources/source-row.ts";
import { readSources } from "./sources/source-store.ts";
import type { KnowledgeFiles } from "./files/create-files.ts";
import type { Sources } from "./sources/sources.ts";
import type { VerifiedAnswers } from "./verified/verified-answers.ts";

export interface WholeAgentsDeps {
  db: Database;
  files: Pick<Files, "remove">;
  sources: Sources;
  passages: Pick<Passages, "indexDocuments">;
  verified: VerifiedAnswers;
  uploads: Pick<KnowledgeFiles, "copyAll" | "removeAll">;
}

export type KnowledgeState = "reading" | "ready" | "empty";

export function createWholeAgents({ db, files, sources, passages, verified, uploads }: WholeAgentsDeps) {
  return {
    /** Whether agents can answer yet, in one round trip; those that are not here are left out. */
    async states(scope: Scope, agentIds: readonly string[]): Promise<ReadonlyMap<string, KnowledgeState>> {
      if (agentIds.length === 0) return new Map();
      const [rows = []] = await db.batch(scope, [{ text: states, values: [scope.organization, agentIds] }]);
      return new Map(
        rows.map((row) => [String(row["agent_id"]), stateOf(row["reading"] === true, row["knows"] === true)]),
      );
    },

    /**
     * Gives one agent what another knows: its sources, which are read anew, and copies of the documents and verified
     * answers that people gave it. What is there already stays, so that it may be called again after it broke off.
     */
    async copyAgent(
      scope: Scope,
      { from, to, signal }: { from: string; to: string; signal: AbortSignal },
    ): Promise<void> {
      await copySources(scope, { from, to });
      for (let after = ""; !signal.aborted;) {
        const [rows = []] = await db.batch(scope, [
          { text: givenDocuments, values: [scope.organization, from, after, PAGE] },
        ]);
        if (rows.length === 0) break;
        await passages.indexDocuments(scope, to, rows.map(itemOf));
        after = String(rows.at(-1)?.["id"]);
      }
      await uploads.copyAll(scope, { from, to, signal });
      await copyAnswers(scope, { from, to, signal });
    },

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

  async function copySources(scope: Scope, { from, to }: { from: string; to: string }): Promise<void> {
    const [theirs, own] = await Promise.all(
      [from, to].map((agentId) => readSources(db, scope, { agentId, limit: 1_000, after: null })),
    );
    const there = new Set(own?.rows.flatMap(({ url }) => (url === null ? [] : foldUrl(url))));
    const same = ({ type, settings }: SourceRow) => `${type} ${JSON.stringify(settings)}`;
    const connected = new Set(own?.rows.map(same));
    for (const row of theirs?.rows ?? []) {
      if (isConnected(row) && !connected.has(same(row)))
        await sources.open(scope, { ...row, agentId: to, access: null, trustedOrigin: null });
      if (row.type !== "website" || row.url === null || there.has(foldUrl(row.url))) continue;
      const { url, settings, schedule, trustedOrigin } = websiteOf(row);
      await sources.create(scope, to, { type: "website", url, settings, schedule, trusted: trustedOrigin !== null });
    }
  }

  async function copyAnswers(scope: Scope, { from, to, signal }: { from: string; to: string; signal: AbortSignal }) {
    for (let cursor: string | undefined; !signal.aborted;) {
      const page = await verified.list(scope, from, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
      for (const answer of page.data)
        await verified.create(scope, to, { ...answer, conversationId: null, messageId: null, replace: true });
      if (page.next === null) return;
      cursor = page.next;
    }
  }
}

/** It came to its end, or went, between the look and the word: nothing is left to cancel. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof Fault) || !["conflict", "not_found"].includes(error.code)) throw error;
}

function stateOf(reading: boolean, knows: boolean): KnowledgeState {
  if (reading) return "reading";
  return knows ? "ready" : "empty";
}

function itemOf(row: Record<string, unknown>): DocumentItem {
  const orNull = (value: unknown) => (value === null ? null : String(value));
  return {
    sourceId: null,
    externalId: orNull(row["external_id"]),
    url: orNull(row["url"]),
    title: String(row["title"]),
    language: String(row["language"]),
    content: String(row["content"]),
    contentHash: String(row["content_hash"]),
  };
}

/** $1 organization, $2 agents. */
const states = `
select i.agent_id,
  exists (select 1 from knowledge_sources s where s.organization = i.organization and s.agent_id = i.agent_id
    and s.run = 1 and s.status in ('queued', 'running')) as reading,
  coalesce((select sum(t.chunks) from knowledge_index_statistics t
    where t.organization = i.organization and t.index_number = i.number), 0) > 0 as knows
from knowledge_indexes i where i.organization = $1::int and i.agent_id = any($2::text[])`;

/** $1 organization, $2 agent, $3 the last id, $4 limit. */
const givenDocuments = `
select id, external_id, url, title, language, content, content_hash from knowledge_documents
where organization = $1::int and agent_id = $2::text and source_id is null and external_id is not null and id > $3::text
order by id limit $4::int`;

const PAGE = 100;
/** Rows that go in one statement. */
const PIECE = 5_000;
const LOGO_EXTENSIONS = ["png", "svg", "ico", "jpg", "jpeg", "webp", "gif"];

const removal = (table: string, which: string) => `
with gone as (delete from ${table} where ctid = any(array(select ctid from ${table} where organization = $1::int and ${which} limit $3::int))
  returning 1) select count(*)::int as gone from gone`;
const ofAgent = "agent_id = $2::text";
const ofIndex = `index_number = (select number from knowledge_indexes where organization = $1::int and agent_id = $2::text)`;
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
  removal("knowledge_postings", ofIndex),
  removal("knowledge_chunks", ofIndex),
  removal("knowledge_document_versions", ofAgent),
  removal("knowledge_documents", ofAgent),
  removal("knowledge_index_statistics", ofIndex),
  removal("knowledge_crawl_pages", ofSource),
  removal("knowledge_sources", ofAgent),
  removal("knowledge_indexes", ofAgent),
];
