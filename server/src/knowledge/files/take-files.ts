import { Fault, newId, type KnowledgeFile, type UploadResult } from "@parley/contracts";
import { assertSeen, type Scope, type Tx } from "../../platform/index.ts";
import {
  type FileRow,
  fileOf,
  findSame,
  insertFile,
  listFiles,
  lockFile,
  presentFile,
  readFile,
  replaceFile,
} from "./file-store.ts";
import type { FilesDeps, FilesWork, Seen } from "./files-deps.ts";
import { filesSource } from "./files-source.ts";
import { countFiles } from "./read-file-job.ts";
import { type Arrival, type Received, type UploadBody, uploadLimits } from "./receive-upload.ts";

const PAGE = 100;
const KIND = "application/octet-stream";

/** How files come in: uploaded, put in the place of others, copied from another agent. */
export function createTaking(deps: FilesDeps, { reading, removal, told }: FilesWork) {
  const { db, clock, files } = deps;

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
}

const alreadyThere = ({ name }: FileRow) =>
  new Fault("already_exists", `This very file is there already, as "${name}".`);
