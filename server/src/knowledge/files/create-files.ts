import {
  Fault,
  newId,
  type FileChange,
  type FileQuery,
  type KnowledgeFile,
  type UploadResult,
} from "@parley/contracts";
import type { Readable } from "node:stream";
import {
  assertSeen,
  SYSTEM,
  type Clock,
  type Database,
  type Events,
  type Files,
  type Jobs,
  type Live,
  type Log,
  type Scope,
  type Tx,
} from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { DocumentItem, IndexedDocument } from "../documents/index-documents.ts";
import { filesSource } from "./files-source.ts";
import { createFileRemoval } from "./remove-file.ts";
import { countFiles, createFileReading } from "./read-file-job.ts";
import type { Readers } from "./create-readers.ts";
import {
  changeFile,
  type FileRow,
  findSame,
  fileOf,
  insertFile,
  listFiles,
  lockFile,
  presentFile,
  readFile,
  replaceFile,
  storedNames,
} from "./file-store.ts";
import { type Arrival, cleanName, type Received, type UploadBody, uploadLimits } from "./receive-upload.ts";

export interface FilesDeps {
  db: Database;
  clock: Clock;
  log: Pick<Log, "warn">;
  jobs: Pick<Jobs, "define" | "send">;
  events: Pick<Events, "publish" | "wake">;
  live: Live;
  audit: Audit;
  files: Files;
  /** Null: links lead to a path of this server. */
  publicUrl: string | null;
  readers: Readers;
  detectLanguage(text: string): string;
  indexDocuments(scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]>;
  removeDocuments(scope: Scope, documentIds: readonly string[]): Promise<void>;
}

const PAGE = 100;
const KIND = "application/octet-stream";

/** Files that people give an agent: how they come in, are read in the background, replaced and taken away. */
export function createFiles(deps: FilesDeps) {
  const { db, clock, files } = deps;
  const addressOf = ({ id, public: isPublic }: { id: string; public: boolean }) =>
    isPublic ? `${deps.publicUrl ?? ""}/files/${id}` : null;
  const reading = createFileReading({ ...deps, addressOf });
  const removal = createFileRemoval(deps);

  async function keep(
    scope: Scope,
    place: { agentId: string; id: string },
    content: AsyncIterable<Uint8Array>,
  ): Promise<string> {
    const stored = `agents/${place.agentId}/files/${place.id}.${newId("file", clock.now()).slice(4)}`;
    await removal.sweepLater(scope, stored);
    await files.receive(stored, content, KIND);
    return stored;
  }

  async function add(
    scope: Scope,
    place: { agentId: string; sourceId: string; id: string; public?: boolean },
    received: Received,
  ): Promise<FileRow> {
    const { agentId, id } = place;
    const row = await db.transaction(scope, async (tx) => {
      const same = findSame(scope, { agentId, hash: received.hash });
      const [, rows = []] = await tx.batch([insertFile(scope, { ...place, ...received }), same]);
      const found = rows[0] && fileOf(rows[0]);
      if (!found)
        throw new Fault("conflict", "The files of this agent are just being deleted. Upload it again in a moment.");
      if (found.id !== id) throw alreadyThere(found);
      await reading.send(scope, tx, id);
      await deps.audit.record(tx, scope, {
        action: "file.uploaded",
        target: { type: "file", id, name: found.name },
        after: { size: found.size },
      });
      return found;
    });
    return row;
  }

  function told(scope: Scope, { id, agentId }: { id: string; agentId: string }): void {
    deps.live.changed(scope, { resource: "files", id, agentId });
  }

  return {
    /** Each file by itself: what is wrong with one is told of that one. @throws Fault not_found, invalid_request */
    async upload(scope: Scope, agentId: string, body: UploadBody): Promise<UploadResult> {
      const sourceId = await filesSource(deps, scope, agentId);
      const data: UploadResult["data"] = [];
      let next = newId("file", clock.now());
      const ids = new Map<string, string>();
      const arrived = async (arrival: Arrival) => data.push(await settle(arrival));
      const settle = async (arrival: Arrival): Promise<UploadResult["data"][number]> => {
        const { name } = arrival;
        if ("fault" in arrival) return { name, file: null, code: arrival.fault.code, message: arrival.fault.message };
        const { received } = arrival;
        try {
          const row = await add(scope, { agentId, sourceId, id: ids.get(received.stored) ?? next }, received);
          return { name, file: presentFile(row), code: null, message: null };
        } catch (error) {
          await files.remove(received.stored);
          if (!(error instanceof Fault)) throw error;
          return { name, file: null, code: error.code, message: error.message };
        }
      };
      await body.each(uploadLimits, {
        async keep(content) {
          const id = next;
          next = newId("file", clock.now());
          const stored = await keep(scope, { agentId, id }, content);
          ids.set(stored, id);
          return stored;
        },
        arrived: async (arrival) => void (await arrived(arrival)),
      });
      if (data.length === 0) throw new Fault("invalid_request", "There is no file in this upload.");
      await countFiles(db, scope, { sourceId, now: clock.now() });
      for (const resource of ["files", "sources"] as const) deps.live.changed(scope, { resource, agentId });
      return { data };
    },

    /** Another content in the same place: its id, its settings and links to it stay. Faults: not_found, already_exists, stale */
    async replace(scope: Scope, { id, revision }: Seen, body: UploadBody): Promise<KnowledgeFile> {
      const before = await readFile(db, scope, id);
      const arrivals: Arrival[] = [];
      await body.each(
        { ...uploadLimits, files: 1 },
        {
          keep: (content) => keep(scope, before, content),
          arrived: async (arrival) => void arrivals.push(arrival),
        },
      );
      const [arrival] = arrivals;
      if (!arrival) throw new Fault("invalid_request", "There is no file in this upload.");
      if ("fault" in arrival) throw arrival.fault;
      const { received } = arrival;
      try {
        await db.transaction(scope, (tx) => exchange(tx, scope, { id, revision, received }));
      } catch (error) {
        await files.remove(received.stored);
        throw error;
      }
      told(scope, before);
      return presentFile(await readFile(db, scope, id));
    },

    async list(scope: Scope, agentId: string, query: FileQuery) {
      const { known, rows } = await listFiles(db, scope, { agentId, query, limit: query.limit + 1 });
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const shown = rows.slice(0, query.limit);
      return { data: shown.map(presentFile), next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null };
    },

    get: async (scope: Scope, id: string): Promise<KnowledgeFile> => presentFile(await readFile(db, scope, id)),

    /** Its name, and whether visitors may open it. Faults: not_found, stale */
    async change(scope: Scope, { id, revision }: Seen, change: FileChange): Promise<KnowledgeFile> {
      const after = await db.transaction(scope, async (tx) => {
        const before = await lockFile(tx, scope, id);
        assertSeen(revision, before.revision);
        const name = change.name === undefined ? before.name : cleanName(change.name);
        const isPublic = change.public ?? before.public;
        const now = new Date(clock.now());
        await tx.batch([
          changeFile(scope, { id, name, isPublic, now }),
          {
            text: `update knowledge_documents set url = $4::text where organization = $1::int and source_id = $2::text
              and (external_id = $3::text or starts_with(external_id, $3::text || '/'))`,
            values: [scope.organization, before.sourceId, id, addressOf({ id, public: isPublic })],
          },
        ]);
        // Titles are made of the name.
        if (name !== before.name) await reading.again(tx, scope, id);
        await deps.audit.record(tx, scope, {
          action: "file.changed",
          target: { type: "file", id, name },
          before: { name: before.name, public: before.public },
          after: { name, public: isPublic },
        });
        return before;
      });
      told(scope, after);
      return presentFile(await readFile(db, scope, id));
    },

    /** Reads it again, as after a failure. @throws Fault not_found */
    async readAgain(scope: Scope, id: string): Promise<KnowledgeFile> {
      const row = await db.transaction(scope, async (tx) => {
        const found = await lockFile(tx, scope, id);
        await reading.again(tx, scope, id);
        return found;
      });
      told(scope, row);
      return presentFile(await readFile(db, scope, id));
    },

    /** Gone for everybody at once, with everything that was made of it. Faults: not_found, stale */
    async remove(scope: Scope, { id, revision }: Seen): Promise<void> {
      const row = await db.transaction(scope, async (tx) => {
        const found = await lockFile(tx, scope, id);
        assertSeen(revision, found.revision);
        await tx.batch([
          {
            text: "update knowledge_files set status = 'removing' where organization = $1::int and id = $2::text",
            values: [scope.organization, id],
          },
        ]);
        await removal.send(scope, tx, id);
        await deps.audit.record(tx, scope, {
          action: "file.deleted",
          target: { type: "file", id, name: found.name },
          before: { size: found.size, documents: found.documents },
        });
        return found;
      });
      await removal.empty(scope, row);
      await countFiles(db, scope, { sourceId: row.sourceId, now: clock.now() });
      told(scope, row);
      for (const resource of ["documents", "sources"] as const)
        deps.live.changed(scope, { resource, agentId: row.agentId });
    },

    /** The bytes as they were given. @throws Fault not_found */
    async original(scope: Scope, id: string): Promise<Original> {
      const row = await readFile(db, scope, id);
      return open(row);
    },

    /** For visitors: only of a file that they may open; undefined for every other. */
    async shared(id: string): Promise<Original | undefined> {
      const [rows = []] = await db.batch(SYSTEM, [
        {
          text: `select f.* from knowledge_files f where f.id = $1::text and f.public and f.status <> 'removing'
            and exists (select 1 from knowledge_sources s where s.organization = f.organization and s.id = f.source_id
              and s.status <> 'removing')`,
          values: [id],
        },
      ]);
      return rows[0] && open(fileOf(rows[0]));
    },

    /** Gives one agent the files of another; those that it has already are passed over. */
    async copyAll(
      scope: Scope,
      { from, to, signal }: { from: string; to: string; signal: AbortSignal },
    ): Promise<void> {
      for (let cursor: string | undefined; !signal.aborted;) {
        const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
        const { rows } = await listFiles(db, scope, { agentId: from, query, limit: PAGE });
        for (const row of rows) await copyOne(scope, row, to);
        cursor = rows.at(-1)?.id;
        if (rows.length < PAGE) return;
      }
    },

    /** What lies in the file store of a source or an agent that is being taken away, with its rows. */
    async removeAll(scope: Scope, of: { agentId?: string; sourceId?: string }): Promise<void> {
      for (const stored of await storedNames(db, scope, of)) await files.remove(stored);
      await db.batch(scope, [
        {
          text: `delete from knowledge_files where organization = $1::int
            and ($2::text is null or agent_id = $2::text) and ($3::text is null or source_id = $3::text)`,
          values: [scope.organization, of.agentId ?? null, of.sourceId ?? null],
        },
      ]);
    },
  };

  async function copyOne(scope: Scope, row: FileRow, agentId: string): Promise<void> {
    const [rows = []] = await db.batch(scope, [findSame(scope, { agentId, hash: row.hash })]);
    const found = rows.length > 0 ? undefined : await files.open(row.stored);
    if (!found) return;
    const id = newId("file", clock.now());
    const sourceId = await filesSource(deps, scope, agentId);
    const stored = await keep(scope, { agentId, id }, found.content);
    const { name, size, hash } = row;
    await add(scope, { agentId, sourceId, id, public: row.public }, { name, size, hash, stored });
  }

  async function exchange(
    tx: Tx,
    scope: Scope,
    { id, revision, received }: Seen & { received: Received },
  ): Promise<void> {
    const before = await lockFile(tx, scope, id);
    assertSeen(revision, before.revision);
    const [rows = []] = await tx.batch([findSame(scope, { agentId: before.agentId, hash: received.hash })]);
    const same = rows[0] && fileOf(rows[0]);
    if (same && same.id !== id) throw alreadyThere(same);
    await tx.batch([replaceFile(scope, { id, ...received, now: new Date(clock.now()) })]);
    await reading.send(scope, tx, id);
    await removal.sweep(scope, before.stored, { tx });
    await deps.audit.record(tx, scope, {
      action: "file.replaced",
      target: { type: "file", id, name: received.name },
      before: { name: before.name, size: before.size },
      after: { name: received.name, size: received.size },
    });
  }

  async function open(row: FileRow): Promise<Original> {
    const found = await files.open(row.stored);
    if (!found) throw new Fault("not_found", "The content of this file is not on this server. Upload it again.");
    return { name: row.name, size: found.size, content: found.content };
  }
}

export interface Original {
  name: string;
  /** In bytes. */
  size: number;
  content: Readable;
}

interface Seen {
  id: string;
  revision: number | null;
}

const alreadyThere = ({ name }: FileRow) =>
  new Fault("already_exists", `This very file is there already, as "${name}".`);

export type KnowledgeFiles = ReturnType<typeof createFiles>;
