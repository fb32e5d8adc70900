import type { DocumentContent, DocumentQuery, VersionWhy } from "@parley/contracts";
import type { Database, Row, Scope, Statement, Tx } from "../../platform/index.ts";
import { likePart } from "../like-part.ts";
import type { PlaceAt } from "./place-of-chunk.ts";
import type { VersionBy } from "../versions/tables.ts";

type DocumentSort = DocumentQuery["sort"];

export interface DocumentRecord {
  id: string;
  agentId: string;
  sourceId: string | null;
  externalId: string | null;
  title: string;
  url: string | null;
  language: string;
  contentHash: string;
  passages: number;
  words: number;
  /** The number of its present text. */
  version: number;
  /** The hash of what its source says, where an older version was put back in its place. */
  pinnedHash: string | null;
  tags: string[];
  audience: string | null;
  updatedAt: Date;
}

export interface DocumentRow extends Omit<DocumentRecord, "updatedAt" | "version" | "tags" | "audience"> {
  content: string;
  tokens: number;
  why: VersionWhy;
  by: VersionBy | null;
  places: readonly PlaceAt[] | null;
}

const columns = `id, agent_id, source_id, external_id, title, url, language, content_hash, chunk_count, words, version,
  pinned_hash, tags, audience, updated_at`;

/** The documents of an agent among the given ids and external ids. */
export function knownDocuments(
  scope: Scope,
  agentId: string,
  keys: { ids: string[]; externalIds: string[] },
): Statement {
  return {
    text: `select ${columns} from knowledge_documents where organization = $1::int and agent_id = $2::text and external_id = any($4::text[])
      union select ${columns} from knowledge_documents where organization = $1::int and id = any($3::text[])`,
    values: [scope.organization, agentId, keys.ids, keys.externalIds],
  };
}

/** Writes rows of documents, new or in place of the old row with the same id. */
export function putDocuments(scope: Scope, documents: readonly DocumentRow[]): Statement {
  const column = <K extends keyof DocumentRow>(key: K) => documents.map((document) => document[key]);
  return {
    text: putRows,
    values: [
      scope.organization,
      column("id"),
      column("agentId"),
      column("sourceId"),
      column("externalId"),
      column("title"),
      column("url"),
      column("language"),
      column("contentHash"),
      column("content"),
      column("words"),
      column("passages"),
      column("tokens"),
      column("why"),
      documents.map(({ by }) => (by === null ? null : JSON.stringify(by))),
      column("pinnedHash"),
      documents.map(({ places }) => (places === null ? null : JSON.stringify(places))),
    ],
  };
}

/** What makes another version. */
const saysOther = `(d.content_hash, d.title, d.language, d.url) is distinct from
    (excluded.content_hash, excluded.title, excluded.language, excluded.url)`;

const putRows = `
insert into knowledge_documents as d (organization, id, agent_id, source_id, external_id, title, url, language,
  content_hash, content, words, chunk_count, token_count, version_why, version_by, pinned_hash, places)
select $1::int, x.id, x.agent, x.source, x.external, x.title, x.url, x.language, x.hash, x.content, x.words, x.chunks,
  x.tokens, x.why, x.by::jsonb, x.pinned, x.places::jsonb
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::text[], $10::text[], $11::int[], $12::int[], $13::int[], $14::text[], $15::text[], $16::text[],
  $17::text[])
  as x(id, agent, source, external, title, url, language, hash, content, words, chunks, tokens, why, by, pinned, places)
on conflict (organization, id) do update set source_id = excluded.source_id, external_id = excluded.external_id,
  title = excluded.title, url = excluded.url, language = excluded.language, content_hash = excluded.content_hash,
  content = excluded.content, words = excluded.words, chunk_count = excluded.chunk_count,
  token_count = excluded.token_count, pinned_hash = excluded.pinned_hash, places = excluded.places, updated_at = now(),
  version = d.version + case when ${saysOther} then 1 else 0 end,
  version_why = case when ${saysOther} then excluded.version_why else d.version_why end,
  version_by = case when ${saysOther} then excluded.version_by else d.version_by end`;

/** Takes the rows and what they said before away; says which there were. */
export async function deleteDocuments(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
): Promise<{ id: string; version: number }[]> {
  const [rows = []] = await tx.batch([
    {
      text: "delete from knowledge_documents where organization = $1::int and id = any($2::text[]) returning id, version",
      values: [scope.organization, ids],
    },
    {
      text: "delete from knowledge_document_versions where organization = $1::int and document_id = any($2::text[])",
      values: [scope.organization, ids],
    },
  ]);
  return rows.map((row) => ({ id: String(row["id"]), version: Number(row["version"]) }));
}

export interface DocumentPage {
  agentId: string;
  limit: number;
  q: string | null;
  sourceId: string | null;
  language: string | null;
  sort: DocumentSort;
  /** Of the last document of the page before: its id, and what the list is sorted by. */
  after: { id: string; key: string | null } | null;
}

/** What each order compares, before the id: an index stands behind each. */
const orders: Record<DocumentSort, { by: string; key: string; type: string; descends: boolean }> = {
  oldest: { by: "", key: "null", type: "text", descends: false },
  newest: { by: "", key: "null", type: "text", descends: true },
  title: { by: "left(title, 100)", key: "left(title, 100)", type: "text", descends: false },
  words: { by: "words", key: "words::text", type: "int", descends: true },
};

/** Documents of an agent, those of sources included; `key` is what the cursor of the next page holds. */
export async function listDocuments(
  db: Database,
  scope: Scope,
  page: DocumentPage,
): Promise<(DocumentRecord & { key: string | null })[]> {
  const { by, key, type, descends } = orders[page.sort];
  const direction = descends ? "desc" : "asc";
  const compare = descends ? "<" : ">";
  const after =
    by === ""
      ? `($3::text is null or id ${compare} $3::text) and $4::text is null`
      : `($3::text is null or (${by}, id) ${compare} ($4::text::${type}, $3::text))`;
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${columns}, ${key} as key from ${page.q === null ? "knowledge_documents" : soughtRows(page, { after, direction })}
        where organization = $1::int and agent_id = $2::text and ${after} and ($5::text is null or sought like $5::text)
        and ($6::text is null or source_id = $6::text) and ($7::text is null or language = $7::text)
        order by ${by === "" ? "" : `${by} ${direction}, `}id ${direction} limit $8::int`,
      values: [
        scope.organization,
        page.agentId,
        page.after?.id ?? null,
        page.after?.key ?? null,
        page.q === null ? null : likePart(page.q.toLowerCase()),
        page.sourceId,
        page.language,
        page.limit,
      ],
    },
  ]);
  return rows.map((row) => ({ ...documentOf(row), key: orNull(row["key"]) }));
}

/** What is sought is found in its index alone, and only then are rows looked at; where the index has the order too, few. */
function soughtRows(
  { sort, sourceId, language }: DocumentPage,
  { after, direction }: { after: string; direction: string },
): string {
  const isWhole = (sort === "oldest" || sort === "newest") && sourceId === null && language === null;
  return `(select id as sought_id from knowledge_documents
      where organization = $1::int and agent_id = $2::text and sought like $5::text
      ${isWhole ? `and ${after} order by id ${direction} limit $8::int` : "offset 0"}) hit
    cross join lateral (select * from knowledge_documents where organization = $1::int and id = hit.sought_id offset 0) found`;
}

/** The content of a document and its passages in order; undefined when the agent has no such document. */
export async function readContent(
  db: Database,
  scope: Scope,
  { agentId, documentId }: { agentId: string; documentId: string },
): Promise<DocumentContent | undefined> {
  const [documents = [], chunks = []] = await db.batch(scope, [
    {
      text: "select content from knowledge_documents where organization = $1::int and id = $2::text and agent_id = $3::text",
      values: [scope.organization, documentId, agentId],
    },
    {
      text: `select position, headings, text, language from knowledge_chunks
        where organization = $1::int and document_id = $2::text order by position`,
      values: [scope.organization, documentId],
    },
  ]);
  const [document] = documents;
  if (!document) return undefined;
  const passages = chunks.map((row) => ({
    position: Number(row["position"]),
    headings: Array.isArray(row["headings"]) ? row["headings"].map(String) : [],
    text: String(row["text"]),
    language: String(row["language"]),
  }));
  return { documentId, content: String(document["content"]), passages };
}

/** The documents of the given ids that this organization has, whatever their agent. */
export async function readDocuments(db: Database, scope: Scope, ids: readonly string[]): Promise<DocumentRecord[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${columns} from knowledge_documents where organization = $1::int and id = any($2::text[])`,
      values: [scope.organization, ids],
    },
  ]);
  return rows.map(documentOf);
}

export function documentOf(row: Row): DocumentRecord {
  return {
    id: String(row["id"]),
    agentId: String(row["agent_id"]),
    sourceId: orNull(row["source_id"]),
    externalId: orNull(row["external_id"]),
    title: String(row["title"]),
    url: orNull(row["url"]),
    language: String(row["language"]),
    contentHash: String(row["content_hash"]),
    passages: Number(row["chunk_count"]),
    words: Number(row["words"]),
    version: Number(row["version"]),
    pinnedHash: orNull(row["pinned_hash"]),
    tags: Array.isArray(row["tags"]) ? row["tags"].map(String) : [],
    audience: orNull(row["audience"]),
    updatedAt: row["updated_at"] instanceof Date ? row["updated_at"] : new Date(String(row["updated_at"])),
  };
}

export function orNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
