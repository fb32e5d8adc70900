import { createHash } from "node:crypto";
import { type AgentSettings, Fault, idPrefixes } from "@parley/contracts";
import type { ArchivePart, IdKind, Into } from "../../knowledge/index.ts";
import type { Files, Scope } from "../../platform/index.ts";
import { checkModels } from "../agent-models.ts";
import type { AgentStore } from "../agent-store.ts";
import type { AgentsDeps } from "../agents-deps.ts";
import { nameOf } from "../present.ts";
import { siteKey } from "../site-key.ts";
import { AGENT_PART, type AgentLine, profileOf, putVersions, readAgentLines, type VersionLine } from "./agent-part.ts";
import { type ArchiveRow, changeArchive, fileOf } from "./archive-store.ts";
import { linesOf, type ReadManifest, unpack, verifyArchive } from "./read-archive.ts";

export interface ImportDeps extends AgentsDeps {
  files: Files;
  store: AgentStore;
  parts(): ArchivePart[];
  told(scope: Scope, row: Pick<ArchiveRow, "id" | "agentId">): void;
}

/** Makes an agent of a file that was sent: checked to its end first, read part by part, and there at the very end. */
export function createImport(deps: ImportDeps) {
  const { db, clock, audit, live, files, store, parts, told } = deps;
  return readIn;

  async function readIn(scope: Scope, row: ArchiveRow, signal: AbortSignal): Promise<void> {
    const open = async () => {
      const stored = await files.open(fileOf(row.id));
      if (!stored) throw new Fault("not_found", "The archive is not there any more. Send it again.");
      return unpack(stored.content);
    };
    const manifest = await verifyArchive(await open(), parts(), signal);
    const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
    await changeArchive(db.query(scope), scope, { id: row.id, total, counts: manifest.counts });
    told(scope, row);
    const { agentId } = row;
    await db.transaction(scope, (tx) => deps.knowledge.openIndex(tx, scope, agentId));
    const into: Into = {
      scope,
      agentId,
      signal,
      idOf: (kind, given) => idOf(kind, `${row.id} ${given}`),
    };
    const own = await readParts(into, { entries: await open(), row });
    await settle(scope, { row, manifest, ...own }).catch(asFault);
  }

  /** Everything but the agent itself, which is kept for the end. */
  async function readParts(
    into: Into,
    { entries, row }: { entries: ReturnType<typeof unpack>; row: ArchiveRow },
  ): Promise<{ agent: AgentLine; versions: VersionLine[] }> {
    const { scope, signal } = into;
    const known = parts();
    const own: unknown[] = [];
    let done = 0;
    for await (const { name, content } of entries) {
      signal.throwIfAborted();
      const stored = /^blobs\/(.+)\.bin$/.exec(name)?.[1];
      if (stored !== undefined) for (const part of known) await part.readFile?.(into, stored, content);
      const part = known.find((one) => name.startsWith(`${one.name}/`));
      if (!part) continue;
      for (const lines of inPieces(linesOf(content))) {
        signal.throwIfAborted();
        const values = lines.map((text): unknown => JSON.parse(text));
        done += values.length;
        if (part.name === AGENT_PART) own.push(...values);
        else {
          await part.read(into, values).catch(asFault);
          await changeArchive(db.query(scope), scope, { id: row.id, done });
          told(scope, row);
        }
      }
    }
    const { agent, versions } = readAgentLines(own);
    if (!agent) throw new Fault("invalid_request", "This archive holds no agent. Nothing was made.");
    return { agent, versions };
  }

  /** Now it is an agent: with its versions, its line in the audit log, and the end of the job, at once. */
  async function settle(
    scope: Scope,
    {
      row,
      manifest,
      agent,
      versions,
    }: { row: ArchiveRow; manifest: ReadManifest; agent: AgentLine; versions: VersionLine[] },
  ): Promise<void> {
    const { agentId } = row;
    const logo = agent.logo && { ...agent.logo, file: `agents/${agentId}/logo.${agent.logo.extension}` };
    if (logo) await files.write(logo.file, Buffer.from(logo.bytes, "base64"), logoTypes[logo.extension]);
    const named = row.name === "" ? {} : { name: row.name };
    const [settings, draft] = [
      await fitting(scope, { ...agent.settings, ...named }),
      agent.draft && (await fitting(scope, agent.draft)),
    ];
    const key = agent.siteUrl === null ? null : siteKey(agent.siteUrl);
    const other = key === null ? undefined : await store.findBySite(scope, key);
    const fitted = await Promise.all(
      versions.map(async (one) => ({ ...one, settings: await fitting(scope, one.settings) })),
    );
    const { siteUrl, profile } = agent;
    const made = await db.transaction(scope, async (tx) => {
      const inserted = await store.insert(tx, scope, {
        id: agentId,
        settings,
        draft,
        siteUrl,
        siteKey: other === undefined ? key : null,
        profile: profile && profileOf(profile, logo?.file ?? null),
      });
      await putVersions(tx, scope, { agentId, versions: fitted });
      await deps.events.publish(tx, scope, "agent.created", { agentId });
      await audit.record(tx, scope, {
        action: "agent.imported",
        target: { type: "agent", id: agentId, name: nameOf(inserted) },
        after: { archive: manifest.name, createdAt: manifest.createdAt, ...manifest.counts },
      });
      const finishedAt = new Date(clock.now());
      await changeArchive(tx, scope, { id: row.id, status: "done", done: row.total, file: null, finishedAt });
      return inserted;
    });
    deps.events.wake();
    await files.remove(fileOf(row.id));
    live.changed(scope, { resource: "agents", id: made.id });
  }

  /** Models of connections that are not here answer nobody. */
  async function fitting(scope: Scope, settings: AgentSettings): Promise<AgentSettings> {
    try {
      await checkModels(deps.connections, scope, settings);
      return settings;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { models: _, ...rest } = settings;
      return rest;
    }
  }
}

/** Lines that are read at once: enough to be quick, few enough for people to see it go on. */
const AT_ONCE = 100;

function* inPieces(lines: Iterable<string>): Generator<string[]> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length === AT_ONCE) {
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}

const logoTypes: Record<NonNullable<AgentLine["logo"]>["extension"], string> = {
  png: "image/png",
  svg: "image/svg+xml",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
};

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function idOf(kind: IdKind, given: string): string {
  const bytes = createHash("sha256").update(`${kind} ${given}`).digest();
  return `${idPrefixes[kind]}_${Array.from(bytes.subarray(0, 26), (byte) => ALPHABET.charAt(byte % 32)).join("")}`;
}

/** What the database does not take (class 22 and 23) is the archive's fault. */
function asFault(error: unknown): never {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (!/^2[23]/.test(code)) throw error;
  throw new Fault("invalid_request", "This archive holds something that cannot be stored. Nothing was made.", {
    cause: error,
  });
}
