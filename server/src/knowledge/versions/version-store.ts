import { type DocumentVersion, versionWhy } from "@parley/contracts";
import type { Database, Row, Scope, Statement } from "../../platform/index.ts";
import { type PlaceAt, readPlaces } from "../documents/place-of-chunk.ts";
import type { VersionBy } from "./tables.ts";

export interface VersionRecord {
  documentId: string;
  agentId: string;
  number: number;
  title: string;
  url: string | null;
  language: string;
  words: number;
  why: DocumentVersion["why"];
  by: VersionBy | null;
  isPresent: boolean;
  createdAt: Date;
}

export interface VersionText extends VersionRecord {
  content: string;
  contentHash: string;
  /** Where in its file its parts stand; undefined where nothing is known. */
  places: readonly PlaceAt[] | undefined;
}

/** Puts aside what documents say now, before they say something else. Within the transaction that changes them. */
export function keepVersions(scope: Scope, documentIds: readonly string[]): Statement {
  return {
    text: `insert into knowledge_document_versions (organization, document_id, number, agent_id, title, content,
        content_hash, language, url, words, bytes, why, by, places, created_at)
      select organization, id, version, agent_id, title, content, content_hash, language, url, words,
        octet_length(content), version_why, version_by, places, updated_at
      from knowledge_documents where organization = $1::int and id = any($2::text[])
      on conflict do nothing`,
    values: [scope.organization, documentIds],
  };
}

const columns = "document_id, agent_id, number, title, url, language, words, why, by, created_at, is_present";
const texts = `${columns}, content, content_hash, places`;

/** The present version and those before it, in one shape. $1 organization, $2 document. */
const all = `(
  select id as document_id, agent_id, version as number, title, url, language, words, version_why as why,
    version_by as by, updated_at as created_at, true as is_present, content, content_hash, places
  from knowledge_documents where organization = $1::int and id = $2::text
  union all
  select document_id, agent_id, number, title, url, language, words, why, by, created_at, false, content, content_hash,
    places
  from knowledge_document_versions where organization = $1::int and document_id = $2::text) v`;

export interface VersionPage {
  documentId: string;
  limit: number;
  /** The number of the last one of the page before. */
  before: number | null;
}

/** Newest first. */
export async function listVersions(db: Database, scope: Scope, page: VersionPage): Promise<VersionRecord[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${columns} from ${all} where ($3::int is null or number < $3::int) order by number desc limit $4::int`,
      values: [scope.organization, page.documentId, page.before, page.limit],
    },
  ]);
  return rows.map(versionOf);
}

/** Those of the given numbers that are still kept, oldest first. */
export async function readVersions(
  db: Database,
  scope: Scope,
  { documentId, numbers }: { documentId: string; numbers: readonly number[] },
): Promise<VersionText[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${texts} from ${all} where number = any($3::int[]) order by number`,
      values: [scope.organization, documentId, numbers],
    },
  ]);
  return rows.map(textOf);
}

/** Newest first, without their texts: what pruning looks at. */
export async function sizesOf(
  db: Database,
  scope: Scope,
  documentId: string,
): Promise<{ number: number; bytes: number }[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select number, bytes from knowledge_document_versions where organization = $1::int and document_id = $2::text
        order by number desc`,
      values: [scope.organization, documentId],
    },
  ]);
  return rows.map((row) => ({ number: Number(row["number"]), bytes: Number(row["bytes"]) }));
}

export async function deleteVersions(
  db: Database,
  scope: Scope,
  { documentId, numbers }: { documentId: string; numbers: readonly number[] },
): Promise<void> {
  await db.batch(scope, [
    {
      text: `delete from knowledge_document_versions
        where organization = $1::int and document_id = $2::text and number = any($3::int[])`,
      values: [scope.organization, documentId, numbers],
    },
  ]);
}

function versionOf(row: Row): VersionRecord {
  const why = versionWhy.safeParse(row["why"]);
  const at = row["created_at"];
  return {
    documentId: String(row["document_id"]),
    agentId: String(row["agent_id"]),
    number: Number(row["number"]),
    title: String(row["title"]),
    url: row["url"] === null ? null : String(row["url"]),
    language: String(row["language"]),
    words: Number(row["words"]),
    why: why.success ? why.data : "first",
    by: byOf(row["by"]),
    isPresent: row["is_present"] === true,
    createdAt: at instanceof Date ? at : new Date(String(at)),
  };
}

const textOf = (row: Row): VersionText => ({
  ...versionOf(row),
  content: String(row["content"]),
  contentHash: String(row["content_hash"]),
  places: readPlaces(row["places"]).places,
});

function byOf(value: unknown): VersionBy | null {
  if (typeof value !== "object" || value === null || !("type" in value) || !("id" in value)) return null;
  const name = "name" in value && typeof value.name === "string" ? value.name : null;
  return { type: String(value.type), id: String(value.id), name };
}
