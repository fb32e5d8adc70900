import { Fault, type FileQuery, type KnowledgeFile } from "@parley/contracts";
import type { Readable } from "node:stream";
import { SYSTEM, type Scope } from "../../platform/index.ts";
import { createChanging } from "./change-files.ts";
import { type FileRow, fileOf, listFiles, presentFile, readFile, storedNames } from "./file-store.ts";
import type { FilesDeps, FilesWork } from "./files-deps.ts";
import { createFileReading } from "./read-file-job.ts";
import { createFileRemoval } from "./remove-file.ts";
import { createTaking } from "./take-files.ts";

/** Files that people give an agent: how they come in, are read in the background, replaced and taken away. */
export function createFiles(deps: FilesDeps) {
  const { db, files } = deps;
  const addressOf: FilesWork["addressOf"] = ({ id, public: isPublic }) =>
    isPublic ? `${deps.publicUrl ?? ""}/files/${id}` : null;
  const work: FilesWork = {
    reading: createFileReading({ ...deps, addressOf }),
    removal: createFileRemoval(deps),
    addressOf,
    told: (scope, { id, agentId }) => deps.live.changed(scope, { resource: "files", id, agentId }),
  };

  return {
    ...createTaking(deps, work),
    ...createChanging(deps, work),

    async list(scope: Scope, agentId: string, query: FileQuery) {
      const { known, rows } = await listFiles(db, scope, { agentId, query, limit: query.limit + 1 });
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const shown = rows.slice(0, query.limit);
      return { data: shown.map(presentFile), next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null };
    },

    get: async (scope: Scope, id: string): Promise<KnowledgeFile> => presentFile(await readFile(db, scope, id)),

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

export type KnowledgeFiles = ReturnType<typeof createFiles>;
