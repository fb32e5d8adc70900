import type { Clock, Database, Scope } from "../platform/index.ts";
import { copyProducts } from "./catalogue/copy-products.ts";
import type { Catalogue } from "./catalogue/create-catalogue.ts";
import { copySourceLabels } from "./copy-labels.ts";
import type { Passages } from "./create-passages.ts";
import { foldUrl } from "./crawl/normalise-url.ts";
import type { DocumentItem } from "./documents/index-documents.ts";
import type { KnowledgeFiles } from "./files/create-files.ts";
import { isConnected, type SourceRow, websiteOf } from "./sources/source-row.ts";
import { readSources } from "./sources/source-store.ts";
import type { Sources } from "./sources/sources.ts";
import { copySynonyms } from "./synonyms/copy-synonyms.ts";
import type { VerifiedAnswers } from "./verified/verified-answers.ts";

export interface CopyingDeps {
  db: Database;
  clock: Clock;
  sources: Sources;
  passages: Pick<Passages, "indexDocuments">;
  verified: VerifiedAnswers;
  catalogue: Pick<Catalogue, "write">;
  uploads: Pick<KnowledgeFiles, "copyAll">;
}

export interface Copying {
  /** Ids of agents. */
  from: string;
  to: string;
  signal: AbortSignal;
}

const PAGE = 100;

/**
 * Gives one agent what another knows: its sources, which are read anew, and copies of the documents, files, verified
 * answers, synonyms and products that people gave it. What is there already stays, so that it may be called again after
 * it broke off. Documents get their labels by `copyLabels`, once they are there.
 */
export async function copyAgent(deps: CopyingDeps, scope: Scope, copying: Copying): Promise<void> {
  const { from, to, signal } = copying;
  await copySynonyms(deps, scope, copying);
  await copyProducts(deps, scope, copying);
  await copySources(deps, scope, copying);
  await copyDocuments(deps, scope, copying);
  await deps.uploads.copyAll(scope, { from, to, signal });
  await copySourceLabels(deps.db, scope, { from, to });
  await copyAnswers(deps, scope, copying);
}

async function copySources({ db, sources }: CopyingDeps, scope: Scope, { from, to }: Copying): Promise<void> {
  const [theirs, own] = await Promise.all(
    [from, to].map((agentId) => readSources(db, scope, { agentId, limit: 1_000, after: null })),
  );
  const there = new Set(own?.rows.map(sameness));
  for (const row of theirs?.rows ?? []) {
    if (there.has(sameness(row))) continue;
    const own = { agentId: to, access: null, trustedOrigin: null };
    if (isConnected(row)) await sources.open(scope, { ...row, ...own });
    if (row.type === "catalogue") await sources.open(scope, { ...row, ...own, type: row.type });
    if (row.type === "website" && row.url !== null) {
      const { url, settings, schedule, trustedOrigin } = websiteOf(row);
      await sources.create(scope, to, { type: "website", url, settings, schedule, trusted: trustedOrigin !== null });
    }
  }
  await copySourceLabels(db, scope, { from, to });
}

/** What two sources that read the same share. */
function sameness({ type, url, settings }: SourceRow): string {
  if (type === "website" && url !== null) return `website ${foldUrl(url)}`;
  return url === null ? `${type} ${JSON.stringify(settings)}` : `${type} ${url}`;
}

async function copyDocuments(
  { db, passages }: CopyingDeps,
  scope: Scope,
  { from, to, signal }: Copying,
): Promise<void> {
  for (let after = ""; !signal.aborted;) {
    const [rows = []] = await db.batch(scope, [
      { text: givenDocuments, values: [scope.organization, from, after, PAGE] },
    ]);
    if (rows.length === 0) break;
    await passages.indexDocuments(scope, to, rows.map(itemOf));
    after = String(rows.at(-1)?.["id"]);
  }
}

async function copyAnswers({ verified }: CopyingDeps, scope: Scope, { from, to, signal }: Copying): Promise<void> {
  for (let cursor: string | undefined; !signal.aborted;) {
    const page = await verified.list(scope, from, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    for (const answer of page.data)
      await verified.create(scope, to, { ...answer, conversationId: null, messageId: null, replace: true });
    if (page.next === null) return;
    cursor = page.next;
  }
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

/** $1 organization, $2 agent, $3 the last id, $4 limit. */
const givenDocuments = `
select id, external_id, url, title, language, content, content_hash from knowledge_documents
where organization = $1::int and agent_id = $2::text and source_id is null and external_id is not null and id > $3::text
order by id limit $4::int`;
