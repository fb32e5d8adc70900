/** What an agent knows, as parts of its archive. Order matters: what others name comes first. */
import { crawlSettings, sourceSchedule, verifiedAnswerInput, versionWhy } from "@parley/contracts";
import { z } from "zod";
import type { Database, Files } from "../../platform/index.ts";
import { faultOfGlobs } from "../crawl/match-glob.ts";
import { normaliseUrl } from "../crawl/normalise-url.ts";
import { placesAt } from "../documents/place-of-chunk.ts";
import type { VerifiedAnswers } from "../verified/verified-answers.ts";
import { documentPart, type DocumentPartDeps } from "./document-part.ts";
import { filesPart } from "./files-part.ts";
import { type ArchivePart, archivePart } from "./part.ts";
import { productsPart, type ProductsPartDeps } from "./products-part.ts";
import { tablePart } from "./table-part.ts";

export interface KnowledgePartsDeps extends DocumentPartDeps, ProductsPartDeps {
  verified: VerifiedAnswers;
  files: Pick<Files, "read" | "write">;
}

export function knowledgeParts(deps: KnowledgePartsDeps): ArchivePart[] {
  const { db } = deps;
  return [
    sourcesPart(db),
    tablePart(db, {
      name: "pages",
      table: "knowledge_crawl_pages",
      which: `t.source_id in (select id from knowledge_sources
        where organization = $1::int and agent_id = $2::text and type = 'website')`,
      key: ["source_id", "url"],
      line: pageLine,
      ids: { source_id: "source", document_id: "document" },
      set: { run: "1" },
      ofAgent: false,
    }),
    filesPart(deps),
    documentPart(deps),
    tablePart(db, {
      name: "document-versions",
      table: "knowledge_document_versions",
      which: "t.agent_id = $2::text",
      key: ["document_id", "number"],
      line: versionLine,
      ids: { document_id: "document" },
      ofAgent: true,
    }),
    synonymsPart(db),
    answersPart(deps.verified),
    cataloguePart(db),
    productsPart(deps),
  ];
}

const id = z.string().max(60);
const time = z.string().max(40);
const address = z.string().max(4_096);

const sourceLine = z.object({
  id,
  type: z.enum(["website", "files", "google-drive", "intercom", "catalogue"]),
  name: z.string().max(300).default(""),
  url: address.nullable(),
  settings: z.record(z.string(), z.unknown()),
  schedule: sourceSchedule,
  tags: z.array(z.string().max(200)).max(100).default([]),
  audience: z.string().max(200).nullable().default(null),
});

/** What could be typed in here too. Those of other types do not come along. */
function isGoodSource({ type, url, settings }: { type: string; url: string | null; settings: unknown }): boolean {
  if (type === "files") return url === null;
  if (type !== "website") return true;
  const { data } = crawlSettings.safeParse(settings);
  const globs = data && (faultOfGlobs(data.include) ?? faultOfGlobs(data.exclude));
  return data !== undefined && globs === undefined && url !== null && normaliseUrl(url) !== undefined;
}

/**
 * Without passwords, and without what the server's admin allowed. Connected accounts are the organization's: a source
 * that reads one does not come along, its documents do.
 */
function sourcesPart(db: Database): ArchivePart {
  const part = tablePart(db, {
    name: "sources",
    table: "knowledge_sources",
    which: "t.agent_id = $2::text and t.status <> 'removing'",
    key: ["id"],
    line: sourceLine,
    ids: { id: "source" },
    set: {
      status: "'done'",
      progress: `'{"found":0,"fetched":0,"indexed":0,"failed":0}'::jsonb`,
      next_run_at: "case when x.schedule = 'off' then null else now() + interval '1 day' end",
      finished_at: "now()",
    },
    ofAgent: true,
    takes: ({ type }) => type === "website" || type === "files",
  });
  // Asked of what comes in alone: what is here already may be of an older day.
  return { ...part, line: sourceLine.refine(isGoodSource, { path: ["settings"] }) };
}

const pageLine = z.object({
  source_id: id,
  url: address,
  depth: z.int().min(0).max(10_000),
  status: z.enum(["queued", "indexed", "unchanged", "duplicate", "skipped", "failed", "removed"]),
  http_status: z.int().nullable(),
  reason: z.string().max(2_000).nullable(),
  words: z.int().nullable(),
  etag: z.string().max(2_000).nullable(),
  last_modified: z.string().max(200).nullable(),
  content_hash: z.string().max(200).nullable(),
  document_id: id.nullable(),
  links: z.array(address).max(20_000).nullable(),
  fetched_at: time.nullable(),
});

const versionLine = z.object({
  document_id: id,
  number: z.int().positive(),
  title: z.string().max(4_000),
  content: z.string().max(20_000_000),
  content_hash: z.string().max(200),
  language: z.string().max(35),
  url: address.nullable(),
  words: z.int(),
  bytes: z.int(),
  why: versionWhy,
  places: placesAt.nullable().default(null),
  created_at: time,
});

const synonymLine = z.object({
  id,
  words: z.array(z.string().max(200)).max(100),
  meanings: z.array(z.string().max(200)).max(100),
  direction: z.enum(["both", "one-way"]),
  language: z.string().max(35).nullable(),
  created_at: time,
  updated_at: time,
});

function synonymsPart(db: Database): ArchivePart {
  return tablePart(db, {
    name: "synonyms",
    table: "knowledge_synonyms",
    which: "t.agent_id = $2::text",
    key: ["id"],
    line: synonymLine,
    ids: { id: "synonym" },
    set: { updated_by: `'{"type":"job","id":"import","name":null}'::jsonb` },
    ofAgent: true,
    async afterPiece(scope, agentId) {
      const text = `update knowledge_indexes set synonyms = synonyms + 1 where organization = $1::int and agent_id = $2::text`;
      await db.batch(scope, [{ text, values: [scope.organization, agentId] }]);
    },
  });
}

/** How long prices are quoted. */
const cataloguePart = (db: Database): ArchivePart =>
  tablePart(db, {
    name: "catalogue",
    table: "knowledge_catalogues",
    which: "t.agent_id = $2::text",
    key: ["agent_id"],
    line: z.object({ price_limit_days: z.int().min(1).max(365).nullable() }),
    ids: {},
    ofAgent: true,
  });

const PAGE = 200;

function answersPart(verified: VerifiedAnswers): ArchivePart {
  const line = verifiedAnswerInput.omit({ conversationId: true, messageId: true, replace: true });
  return archivePart<z.infer<typeof line>>({
    name: "verified-answers",
    line,
    async *write(scope, agentId) {
      for (let cursor: string | undefined; ;) {
        const page: Awaited<ReturnType<VerifiedAnswers["list"]>> = await verified.list(scope, agentId, {
          limit: PAGE,
          ...(cursor === undefined ? {} : { cursor }),
        });
        for (const answer of page.data) yield line.parse(answer);
        if (page.next === null) return;
        cursor = page.next;
      }
    },
    async read({ scope, agentId, signal }, lines) {
      for (const answer of lines) {
        signal.throwIfAborted();
        await verified.create(scope, agentId, { ...answer, conversationId: null, messageId: null, replace: true });
      }
    },
  });
}
