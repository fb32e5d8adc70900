import { z } from "zod";
import type { Database, Files } from "../../platform/index.ts";
import type { ArchivePart, Into } from "./part.ts";
import { tablePart } from "./table-part.ts";

export interface FilesPartDeps {
  db: Database;
  files: Pick<Files, "read" | "write">;
}

const KIND = "application/octet-stream";
const PAGE = 100;

const line = z.object({
  id: z.string().max(60),
  source_id: z.string().max(60),
  name: z.string().max(500),
  size: z.int().nonnegative(),
  hash: z.string().max(100),
  type: z.string().max(100).nullable(),
  status: z.enum(["ready", "failed"]),
  code: z.string().max(100).nullable(),
  message: z.string().max(2_000).nullable(),
  documents: z.int(),
  pages: z.int().nullable(),
  words: z.int(),
  public: z.boolean(),
  read_at: z.string().max(40).nullable(),
});

/** Uploaded files with their bytes. Those that are still being read stay behind. */
export function filesPart({ db, files }: FilesPartDeps): ArchivePart {
  const rows = tablePart(db, {
    name: "files",
    table: "knowledge_files",
    which: "t.agent_id = $2::text and t.status in ('ready', 'failed')",
    key: ["id"],
    line,
    ids: { id: "file", source_id: "source" },
    set: { stored: "'agents/' || $2::text || '/files/' || x.id || '.imported'" },
    ofAgent: true,
  });
  return {
    ...rows,
    async *files(scope, agentId) {
      for (let after = ""; ;) {
        const [found = []] = await db.batch(scope, [
          {
            text: `select id, stored from knowledge_files where organization = $1::int and agent_id = $2::text
              and status in ('ready', 'failed') and id > $3::text order by id limit $4::int`,
            values: [scope.organization, agentId, after, PAGE],
          },
        ]);
        for (const row of found)
          yield { name: String(row["id"]), read: async () => (await files.read(String(row["stored"])))?.bytes };
        if (found.length < PAGE) return;
        after = String(found.at(-1)?.["id"]);
      }
    },
    async readFile(into: Into, name, bytes) {
      await files.write(`agents/${into.agentId}/files/${into.idOf("file", name)}.imported`, bytes, KIND);
    },
  };
}
