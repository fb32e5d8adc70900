/** Whole agents as files: written by a job, read by a job, all of it or nothing. */
import type { Readable } from "node:stream";
import { type AgentArchive, Fault, newId } from "@parley/contracts";
import type { ArchivePart } from "../../knowledge/index.ts";
import { envelopeScope, type Files, type Scope } from "../../platform/index.ts";
import type { AgentStore } from "../agent-store.ts";
import type { AgentsDeps } from "../agents-deps.ts";
import { nameOf } from "../present.ts";
import { agentPart } from "./agent-part.ts";
import {
  type ArchiveRow,
  changeArchive,
  fileOf,
  insertArchive,
  listArchives,
  presentArchive,
  readArchive,
} from "./archive-store.ts";
import { createImport } from "./import-archive.ts";
import { ARCHIVE_LIMITS } from "./read-archive.ts";
import { writeArchive } from "./write-archive.ts";

export interface ArchivesDeps extends AgentsDeps {
  files: Files;
  store: AgentStore;
}

interface Envelope {
  organization: number;
  organizationId: string;
  archiveId: string;
}

const WRITE = "agents.export";
const READ = "agents.import";
const EXPIRE = "agents.archive-expired";
const KEPT_DAYS = 7;
const DAY_S = 24 * 3_600;
const TYPE = "application/gzip";
const LONGEST_NAME = 120;

export function createArchives(deps: ArchivesDeps) {
  const { db, clock, jobs, audit, live, files, store } = deps;
  const parts = (): ArchivePart[] => [agentPart(deps), ...deps.knowledge.archiveParts()];
  const told = (scope: Scope, { id, agentId }: Pick<ArchiveRow, "id" | "agentId">) =>
    live.changed(scope, { resource: "archives", id, agentId });
  const readIn = createImport({ ...deps, parts, told });

  const options = { concurrency: 1, retryLimit: 5, expireInS: 2 * 3_600 };
  jobs.define<Envelope>(WRITE, options, (envelope, signal) =>
    run(envelope, WRITE, (scope, row) => writeOut(scope, row, signal)),
  );
  jobs.define<Envelope>(READ, options, (envelope, signal) =>
    run(envelope, READ, (scope, row) => readIn(scope, row, signal)),
  );
  jobs.define<Envelope>(EXPIRE, options, async ({ organization, organizationId, archiveId }) => {
    const scope = envelopeScope(organization, organizationId, EXPIRE);
    const row = await readArchive(db, scope, archiveId).catch(unlessGone);
    if (!row) return;
    await files.remove(fileOf(archiveId));
    const given = row.status === "queued" || row.status === "running";
    const failed = {
      status: "failed",
      code: "timed_out",
      message: "It was not done within days. Begin again.",
    } as const;
    if (given && row.kind === "import")
      await deps.knowledge.removeAgent(scope, row.agentId, new AbortController().signal);
    await changeArchive(db.query(scope), scope, { id: archiveId, file: null, ...(given ? failed : {}) });
  });

  /** In the name of who asked for it. What can be told to people ends it; what may pass by is tried again by the job. */
  async function run(envelope: Envelope, worker: string, work: (scope: Scope, row: ArchiveRow) => Promise<void>) {
    const job = envelopeScope(envelope.organization, envelope.organizationId, worker);
    const row = await readArchive(db, job, envelope.archiveId).catch(unlessGone);
    if (!row || row.status === "done" || row.status === "failed") return;
    const { type, id, name } = row.createdBy;
    const who = type === "member" || type === "key" || type === "server-admin" ? type : "job";
    const scope: Scope = { ...job, actor: { type: who, id, ...(name === null ? {} : { name }) } };
    await changeArchive(db.query(scope), scope, { id: row.id, status: "running", done: 0 });
    told(scope, row);
    try {
      await work(scope, row);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (row.kind === "import") {
        await deps.knowledge.removeAgent(scope, row.agentId, new AbortController().signal);
        await files.remove(fileOf(row.id));
      }
      const finishedAt = new Date(clock.now());
      const { code, message } = error;
      await changeArchive(db.query(scope), scope, {
        id: row.id,
        status: "failed",
        code,
        message,
        file: null,
        finishedAt,
      });
    }
    told(scope, row);
  }

  async function writeOut(scope: Scope, row: ArchiveRow, signal: AbortSignal): Promise<void> {
    const { id, agentId } = row;
    const { documents } = await deps.knowledge.indexSummary(scope, agentId);
    let bytes = 0;
    let lastTold = 0;
    const writing = writeArchive({
      scope,
      agentId,
      name: row.name,
      parts: parts(),
      signal,
      createdAt: new Date(clock.now()).toISOString(),
      async wrote(done) {
        if (clock.now() - lastTold < 1_000) return;
        lastTold = clock.now();
        await changeArchive(db.query(scope), scope, {
          id,
          done,
          total: Math.max(documents, done),
        });
        told(scope, row);
      },
    });
    async function* counted() {
      for await (const piece of writing) {
        bytes += piece.length;
        yield piece;
      }
    }
    await files.receive(fileOf(id), counted(), TYPE);
    const finishedAt = new Date(clock.now());
    await changeArchive(db.query(scope), scope, { id, status: "done", bytes, file: fileOf(id), finishedAt });
  }

  async function send(
    scope: Scope,
    queue: string,
    row: { id: string; tx: Parameters<typeof insertArchive>[0] },
  ): Promise<void> {
    const { organization, organizationId } = scope;
    const envelope = { organization, organizationId, archiveId: row.id };
    await jobs.send<Envelope>(queue, envelope, { tx: row.tx, singletonKey: row.id });
    await jobs.send<Envelope>(EXPIRE, envelope, { tx: row.tx, singletonKey: row.id, startAfterS: KEPT_DAYS * DAY_S });
  }
  const expiry = () => new Date(clock.now() + KEPT_DAYS * DAY_S * 1_000);

  return {
    /** Begins to write an agent to a file. @throws Fault not_found. */
    async export(scope: Scope, agentId: string): Promise<AgentArchive> {
      const agent = await store.get(scope, agentId);
      const id = newId("archive", clock.now());
      const row = await db.transaction(scope, async (tx) => {
        const given = { id, kind: "export" as const, agentId, name: nameOf(agent), file: null, bytes: null };
        const inserted = await insertArchive(tx, scope, { ...given, expiresAt: expiry() });
        await audit.record(tx, scope, {
          action: "agent.exported",
          target: { type: "agent", id: agentId, name: nameOf(agent) },
        });
        await send(scope, WRITE, { id, tx });
        return inserted;
      });
      told(scope, row);
      return presentArchive(row);
    },

    /** Takes a file in and begins to make an agent of it. Faults: invalid_request, too_large. */
    async import(
      scope: Scope,
      { content, name }: { content: AsyncIterable<Uint8Array>; name: string | null },
    ): Promise<AgentArchive> {
      const id = newId("archive", clock.now());
      let bytes = 0;
      async function* limited() {
        for await (const piece of content) {
          if (bytes === 0 && !(piece[0] === 0x1f && (piece.length < 2 || piece[1] === 0x8b)))
            throw new Fault(
              "unsupported_type",
              "That is not an archive of an agent. Send the .tar.gz that its export gave.",
            );
          bytes += piece.length;
          if (bytes > ARCHIVE_LIMITS.packedBytes) throw new Fault("too_large", "The archive is larger than 1 GB.");
          yield piece;
        }
        if (bytes === 0) throw new Fault("invalid_request", "Send the archive as the body of the request.");
      }
      await files.receive(fileOf(id), limited(), TYPE);
      const agentId = newId("agent", clock.now());
      const row = await db.transaction(scope, async (tx) => {
        const given = {
          id,
          kind: "import" as const,
          agentId,
          name: (name ?? "").slice(0, LONGEST_NAME),
          file: fileOf(id),
          bytes,
        };
        const inserted = await insertArchive(tx, scope, { ...given, expiresAt: expiry() });
        await send(scope, READ, { id, tx });
        return inserted;
      });
      told(scope, row);
      return presentArchive(row);
    },

    get: async (scope: Scope, id: string): Promise<AgentArchive> => presentArchive(await readArchive(db, scope, id)),

    /** Newest first. */
    async list(
      scope: Scope,
      { agentId, limit, cursor }: { agentId?: string | undefined; limit: number; cursor?: string | undefined },
    ) {
      const rows = await listArchives(db, scope, {
        agentId: agentId ?? null,
        limit: limit + 1,
        before: cursor ?? null,
      });
      const data = rows.slice(0, limit).map(presentArchive);
      return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
    },

    /** The written file. Faults: not_found, conflict while it is being written. */
    async open(scope: Scope, id: string): Promise<{ content: Readable; size: number; fileName: string }> {
      const row = await readArchive(db, scope, id);
      if (row.kind !== "export") throw new Fault("not_found", "An import has no file.");
      if (row.status === "queued" || row.status === "running")
        throw new Fault("conflict", "The archive is still being written. Try again in a moment.", {
          retryAfterMs: 2_000,
        });
      const stored = row.file === null ? undefined : await files.open(row.file);
      if (!stored) throw new Fault("not_found", "This archive is not kept any more. Export the agent again.");
      const plain = row.name
        .normalize("NFKD")
        .replace(/[^\w-]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 60)
        .toLowerCase();
      return { content: stored.content, size: stored.size, fileName: `${plain || "agent"}.parley.tar.gz` };
    },
  };
}

export type Archives = ReturnType<typeof createArchives>;

function unlessGone(error: unknown): undefined {
  if (!(error instanceof Fault) || error.code !== "not_found") throw error;
}
