import { Fault, type FileQuery, type FileStatus, type KnowledgeFile } from "@parley/contracts";
import type { Database, Row, Scope, Statement, Tx } from "../../platform/index.ts";
import { orNull } from "../documents/document-store.ts";
import { likePart } from "../like-part.ts";
import type { ParseCode, SkippedPart } from "./parse/types.ts";

export interface FileRow {
  id: string;
  agentId: string;
  sourceId: string;
  name: string;
  size: number;
  hash: string;
  /** The name of its bytes in the file store. */
  stored: string;
  type: string | null;
  status: FileStatus;
  code: ParseCode | null;
  message: string | null;
  skipped: SkippedPart[];
  documents: number;
  pages: number | null;
  words: number;
  public: boolean;
  /** Of the content. */
  version: number;
  attempts: number;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  readAt: Date | null;
}

export interface NewFile {
  id: string;
  agentId: string;
  sourceId: string;
  name: string;
  size: number;
  hash: string;
  stored: string;
  public?: boolean;
}

const columns = `f.id, f.agent_id, f.source_id, f.name, f.size, f.hash, f.stored, f.type, f.status, f.code, f.message, f.skipped,
  f.documents, f.pages, f.words, f.public, f.version, f.attempts, f.revision, f.created_at, f.updated_at, f.read_at`;
/** One that is being taken away is there for nobody, and neither is one whose source is. */
const isThere = `f.status <> 'removing' and exists (select 1 from knowledge_sources s
  where s.organization = f.organization and s.id = f.source_id and s.status <> 'removing')`;

export async function readFile(db: Database, scope: Scope, id: string): Promise<FileRow> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${columns} from knowledge_files f where f.organization = $1::int and f.id = $2::text and ${isThere}`,
      values: [scope.organization, id],
    },
  ]);
  return there(rows[0]);
}

/** For a change; the row is locked to the end of the transaction. @throws Fault not_found */
export async function lockFile(tx: Tx, scope: Scope, id: string): Promise<FileRow> {
  const [rows = []] = await tx.batch([
    {
      text: `select ${columns} from knowledge_files f where f.organization = $1::int and f.id = $2::text and ${isThere} for update`,
      values: [scope.organization, id],
    },
  ]);
  return there(rows[0]);
}

function there(row: Row | undefined): FileRow {
  if (!row) throw new Fault("not_found", "There is no such file.");
  return fileOf(row);
}

/** The newest first. */
export async function listFiles(
  db: Database,
  scope: Scope,
  { agentId, query, limit }: { agentId: string; query: FileQuery; limit: number },
): Promise<{ known: boolean; rows: FileRow[] }> {
  const sought = query.q === undefined || query.q === "" ? null : likePart(query.q.toLowerCase());
  const [agents = [], rows = []] = await db.batch(scope, [
    {
      text: "select 1 from knowledge_indexes where organization = $1::int and agent_id = $2::text",
      values: [scope.organization, agentId],
    },
    {
      text: `select ${columns} from knowledge_files f where f.organization = $1::int and f.agent_id = $2::text and ${isThere}
        and ($3::text is null or f.id < $3::text) and ($4::text is null or f.status = $4::text)
        and ($5::text is null or f.sought like $5::text) order by f.id desc limit $6::int`,
      values: [scope.organization, agentId, query.cursor ?? null, query.status ?? null, sought, limit],
    },
  ]);
  return { known: agents.length > 0, rows: rows.map(fileOf) };
}

/** The file of an agent with the very same bytes. */
export function findSame(scope: Scope, { agentId, hash }: { agentId: string; hash: string }): Statement {
  return {
    text: `select ${columns} from knowledge_files f
      where f.organization = $1::int and f.agent_id = $2::text and f.hash = $3::text and ${isThere}`,
    values: [scope.organization, agentId, hash],
  };
}

export function insertFile(scope: Scope, file: NewFile): Statement {
  return {
    text: `insert into knowledge_files (organization, id, agent_id, source_id, name, size, hash, stored, status, public)
      select $1::int, $2::text, $3::text, $4::text, $5::text, $6::bigint, $7::text, $8::text, 'queued', $9::boolean
      on conflict (organization, agent_id, hash) where status <> 'removing' do nothing`,
    values: [
      scope.organization,
      file.id,
      file.agentId,
      file.sourceId,
      file.name,
      file.size,
      file.hash,
      file.stored,
      file.public ?? false,
    ],
  };
}

export interface Replacement {
  id: string;
  name: string;
  size: number;
  hash: string;
  stored: string;
  now: Date;
}

/** Another content in the same place; `version` tells whoever reads the old one. */
export function replaceFile(scope: Scope, { id, name, size, hash, stored, now }: Replacement): Statement {
  return {
    text: `update knowledge_files set name = $3::text, size = $4::bigint, hash = $5::text, stored = $6::text, status = 'queued',
      code = null, message = null, version = version + 1, attempts = 0, revision = revision + 1, updated_at = $7::timestamptz
      where organization = $1::int and id = $2::text`,
    values: [scope.organization, id, name, size, hash, stored, now.toISOString()],
  };
}

export function changeFile(
  scope: Scope,
  { id, name, isPublic, now }: { id: string; name: string; isPublic: boolean; now: Date },
): Statement {
  return {
    text: `update knowledge_files set name = $3::text, public = $4::boolean, revision = revision + 1, updated_at = $5::timestamptz
      where organization = $1::int and id = $2::text`,
    values: [scope.organization, id, name, isPublic, now.toISOString()],
  };
}

/** To be read again from the bytes that are there. */
export function queueFile(scope: Scope, id: string): Statement {
  return {
    text: `update knowledge_files set status = 'queued', code = null, message = null, version = version + 1, attempts = 0
      where organization = $1::int and id = $2::text and status <> 'removing' returning version`,
    values: [scope.organization, id],
  };
}

/** Of an organization's source or agent: what lies in the file store. */
export async function storedNames(
  db: Database,
  scope: Scope,
  of: { agentId?: string; sourceId?: string },
): Promise<string[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select stored from knowledge_files where organization = $1::int
        and ($2::text is null or agent_id = $2::text) and ($3::text is null or source_id = $3::text)`,
      values: [scope.organization, of.agentId ?? null, of.sourceId ?? null],
    },
  ]);
  return rows.map((row) => String(row["stored"]));
}

export function fileOf(row: Row): FileRow {
  const skipped = row["skipped"];
  return {
    id: String(row["id"]),
    agentId: String(row["agent_id"]),
    sourceId: String(row["source_id"]),
    name: String(row["name"]),
    size: Number(row["size"]),
    hash: String(row["hash"]),
    stored: String(row["stored"]),
    type: orNull(row["type"]),
    status: statusOf(row["status"]),
    code: codeOf(row["code"]),
    message: orNull(row["message"]),
    skipped: Array.isArray(skipped) ? skipped.map(skippedOf) : [],
    documents: Number(row["documents"]),
    pages: row["pages"] === null ? null : Number(row["pages"]),
    words: Number(row["words"]),
    public: row["public"] === true,
    version: Number(row["version"]),
    attempts: Number(row["attempts"]),
    revision: Number(row["revision"]),
    createdAt: dateOf(row["created_at"]),
    updatedAt: dateOf(row["updated_at"]),
    readAt: row["read_at"] === null ? null : dateOf(row["read_at"]),
  };
}

const dateOf = (value: unknown): Date => (value instanceof Date ? value : new Date(String(value)));

function statusOf(value: unknown): FileStatus {
  return value === "queued" || value === "reading" || value === "ready" ? value : "failed";
}

const codes = ["encrypted", "damaged", "empty", "no_text", "too_large", "too_slow", "unsupported", "failed"] as const;
const codeOf = (value: unknown): ParseCode | null => codes.find((code) => code === value) ?? null;

function skippedOf(value: unknown): SkippedPart {
  const part: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  return {
    entry: String(part["entry"] ?? ""),
    code: codeOf(part["code"]) ?? "failed",
    message: String(part["message"] ?? ""),
  };
}

export function presentFile(row: FileRow): KnowledgeFile {
  const { stored: _stored, version: _version, attempts: _attempts, createdAt, updatedAt, readAt, ...shown } = row;
  return {
    ...shown,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
