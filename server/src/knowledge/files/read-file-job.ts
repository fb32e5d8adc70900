import type { Clock, Database, Files, Jobs, Live, Log, Scope, Tx } from "../../platform/index.ts";
import { envelopeScope } from "../../platform/index.ts";
import type { DocumentItem, IndexedDocument } from "../documents/index-documents.ts";
import type { Readers } from "./create-readers.ts";
import { fileOf, queueFile, type FileRow } from "./file-store.ts";
import { itemsOf } from "./file-documents.ts";
import { ParseFault, type ParsedFile } from "./parse/types.ts";

export interface ReadFileDeps {
  db: Database;
  clock: Clock;
  log: Pick<Log, "warn">;
  jobs: Pick<Jobs, "define" | "send">;
  live: Live;
  files: Pick<Files, "read" | "remove">;
  readers: Readers;
  detectLanguage(text: string): string;
  indexDocuments(scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]>;
  removeDocuments(scope: Scope, documentIds: readonly string[]): Promise<void>;
  /** Where visitors open a file, if they may. */
  addressOf(file: { id: string; public: boolean }): string | null;
}

interface ReadEnvelope {
  organization: number;
  organizationId: string;
  fileId: string;
}

const QUEUE = "knowledge.read-file";
/** Who is begun so often without an end kills its reader, or this process. */
const MOST_ATTEMPTS = 6;
/** So many documents are stored at a time; between, the file may be replaced or removed. */
const AT_ONCE = 20;

/** Reads files in jobs: killed at any moment it goes on, and what was replaced meanwhile ends with the new content. */
export function createFileReading(deps: ReadFileDeps) {
  const { db, clock, jobs } = deps;

  jobs.define<ReadEnvelope>(QUEUE, { concurrency: 2, retryLimit: 10, expireInS: 3_600 }, async (envelope, signal) => {
    const scope = envelopeScope(envelope.organization, envelope.organizationId, QUEUE);
    await readNow(scope, envelope.fileId, signal);
  });

  async function begin(scope: Scope, id: string): Promise<FileRow | undefined> {
    const [rows = []] = await db.batch(scope, [
      {
        text: `update knowledge_files f set status = 'reading', attempts = attempts + 1
          where organization = $1::int and id = $2::text and status in ('queued', 'reading') returning *`,
        values: [scope.organization, id],
      },
    ]);
    return rows[0] && fileOf(rows[0]);
  }

  async function readNow(scope: Scope, id: string, signal: AbortSignal): Promise<void> {
    const file = await begin(scope, id);
    if (!file) return;
    tell(scope, file);
    try {
      if (file.attempts > MOST_ATTEMPTS)
        throw new ParseFault(
          "failed",
          "Reading this file broke off again and again. Save it anew or split it, and upload it again.",
        );
      const parsed = await parse(file, signal);
      await store(scope, file, { parsed, signal });
    } catch (error) {
      if (signal.aborted) throw error;
      // Not the file's fault, as when the database is away: what it said stays, and it is read once more.
      if (!(error instanceof ParseFault) && file.attempts < MOST_ATTEMPTS) throw error;
      await fail(scope, file, error);
    }
    await settle(scope, file);
  }

  async function parse(file: FileRow, signal: AbortSignal): Promise<ParsedFile> {
    const content = await deps.files.read(file.stored);
    if (!content) throw new ParseFault("failed", "The file's content is not on this server. Upload it again.");
    return deps.readers.read({ name: file.name, bytes: content.bytes }, signal);
  }

  async function store(
    scope: Scope,
    file: FileRow,
    { parsed, signal }: { parsed: ParsedFile; signal: AbortSignal },
  ): Promise<void> {
    const items = itemsOf(file, parsed, { detectLanguage: deps.detectLanguage, url: deps.addressOf(file) });
    const kept: string[] = [];
    let words = 0;
    for (let from = 0; from < items.length; from += AT_ONCE) {
      signal.throwIfAborted();
      if (!(await isCurrent(scope, file))) return;
      const indexed = await deps.indexDocuments(scope, file.agentId, items.slice(from, from + AT_ONCE));
      kept.push(...indexed.map(({ documentId }) => documentId));
      words += indexed.reduce((sum, one) => sum + one.words, 0);
    }
    await removeOthers(scope, file, kept);
    await finish(scope, file, {
      status: "ready",
      code: null,
      message: null,
      type: parsed.type,
      documents: kept.length,
      pages: parsed.pages,
      words,
      skipped: parsed.skipped.slice(0, 100),
    });
  }

  async function fail(scope: Scope, file: FileRow, error: unknown): Promise<void> {
    if (!(error instanceof ParseFault)) deps.log.warn({ err: error, fileId: file.id }, "a file failed on our side");
    const fault =
      error instanceof ParseFault
        ? error
        : new ParseFault("failed", "Reading this file failed on our side. Try again.");
    if (!(await isCurrent(scope, file))) return;
    // What the content before it said is no longer what the file says.
    await removeOthers(scope, file, []);
    const none = { type: null, documents: 0, pages: null, words: 0, skipped: [] };
    await finish(scope, file, { status: "failed", code: fault.code, message: fault.message, ...none });
  }

  async function isCurrent(scope: Scope, { id, version }: FileRow): Promise<boolean> {
    const [rows = []] = await db.batch(scope, [
      {
        text: "select 1 from knowledge_files where organization = $1::int and id = $2::text and version = $3::int and status = 'reading'",
        values: [scope.organization, id, version],
      },
    ]);
    return rows.length > 0;
  }

  async function removeOthers(scope: Scope, file: FileRow, kept: readonly string[]): Promise<void> {
    const ids = await documentsOf(db, scope, file);
    const gone = ids.filter((id) => !kept.includes(id));
    if (gone.length > 0) await deps.removeDocuments(scope, gone);
  }

  async function finish(scope: Scope, { id, version }: FileRow, end: End): Promise<void> {
    await db.batch(scope, [
      {
        text: `update knowledge_files set status = $4::text, code = $5::text, message = $6::text, type = $7::text, documents = $8::int,
          pages = $9::int, words = $10::int, skipped = $11::text::jsonb, read_at = $12::timestamptz
          where organization = $1::int and id = $2::text and version = $3::int and status = 'reading'`,
        values: [
          scope.organization,
          id,
          version,
          end.status,
          end.code,
          end.message,
          end.type,
          end.documents,
          end.pages,
          end.words,
          JSON.stringify(end.skipped),
          new Date(clock.now()).toISOString(),
        ],
      },
    ]);
  }

  /**
   * Whoever replaced or removed the file while it was read gets the last word: a newer reading may have ended before
   * the older one stored its last piece, so it is done once more. Readings of the same bytes cannot harm each other.
   */
  async function settle(scope: Scope, file: FileRow): Promise<void> {
    const [rows = []] = await db.batch(scope, [
      {
        text: "select stored, status from knowledge_files where organization = $1::int and id = $2::text",
        values: [scope.organization, file.id],
      },
    ]);
    const [row] = rows;
    if (!row || row["status"] === "removing") await removeOthers(scope, file, []);
    else if (row["stored"] !== file.stored && row["status"] !== "queued")
      await db.transaction(scope, (tx) => again(tx, scope, file.id));
    await countFiles(db, scope, { sourceId: file.sourceId, now: clock.now() });
    tell(scope, file);
  }

  function tell(scope: Scope, { id, agentId }: { id: string; agentId: string }): void {
    deps.live.changed(scope, { resource: "files", id, agentId });
    for (const resource of ["documents", "sources"] as const) deps.live.changed(scope, { resource, agentId });
  }

  const send = ({ organization, organizationId }: Scope, tx: Tx, fileId: string): Promise<void> =>
    jobs.send<ReadEnvelope>(QUEUE, { organization, organizationId, fileId }, { tx });

  /** Reads it again from its bytes. */
  async function again(tx: Tx, scope: Scope, id: string): Promise<void> {
    const [rows = []] = await tx.batch([queueFile(scope, id)]);
    if (rows.length > 0) await send(scope, tx, id);
  }

  return { send, again, tell };
}

interface End {
  status: "ready" | "failed";
  code: string | null;
  message: string | null;
  type: string | null;
  documents: number;
  pages: number | null;
  words: number;
  skipped: ParsedFile["skipped"];
}

/** Those that were made of a file. */
export async function documentsOf(
  db: Database,
  scope: Scope,
  { id, sourceId }: { id: string; sourceId: string },
): Promise<string[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select id from knowledge_documents where organization = $1::int and source_id = $2::text
        and (external_id = $3::text or starts_with(external_id, $3::text || '/'))`,
      values: [scope.organization, sourceId, id],
    },
  ]);
  return rows.map((row) => String(row["id"]));
}

/** Tells their source how its files are. */
export async function countFiles(
  db: Database,
  scope: Scope,
  { sourceId, now }: { sourceId: string; now: number },
): Promise<void> {
  await db.batch(scope, [
    {
      text: `with f as (select count(*) as found, count(*) filter (where status in ('ready', 'failed')) as fetched,
          count(*) filter (where status = 'ready') as indexed, count(*) filter (where status = 'failed') as failed
          from knowledge_files where organization = $1::int and source_id = $2::text and status <> 'removing')
        update knowledge_sources s set checked_at = $3::timestamptz, finished_at = $3::timestamptz,
          progress = jsonb_build_object('found', f.found, 'fetched', f.fetched, 'indexed', f.indexed, 'failed', f.failed),
          message = case when f.failed > 0 then f.failed || ' of ' || f.found || ' files could not be read. The list of files says why.' end
        from f where s.organization = $1::int and s.id = $2::text`,
      values: [scope.organization, sourceId, new Date(now).toISOString()],
    },
  ]);
}
