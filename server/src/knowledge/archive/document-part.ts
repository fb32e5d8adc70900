import { versionWhy } from "@parley/contracts";
import { z } from "zod";
import type { Database } from "../../platform/index.ts";
import type { DocumentItem, IndexedDocument } from "../documents/index-documents.ts";
import { placesAt } from "../documents/place-of-chunk.ts";
import type { Scope } from "../../platform/index.ts";
import { type ArchivePart, archivePart, type Into } from "./part.ts";
import { sourcesThere } from "./sources-there.ts";

export interface DocumentPartDeps {
  db: Database;
  indexDocuments(scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]>;
}

const time = z
  .string()
  .max(40)
  .refine((text) => !Number.isNaN(Date.parse(text)));

const line = z.object({
  id: z.string().max(60),
  source_id: z.string().max(60).nullable(),
  external_id: z.string().max(500).nullable(),
  url: z.string().max(4_096).nullable(),
  title: z.string().max(4_000),
  language: z.string().max(35),
  content: z.string().max(20_000_000),
  content_hash: z.string().max(200),
  version: z.int().positive().max(1_000_000_000),
  version_why: versionWhy,
  pinned_hash: z.string().max(200).nullable(),
  tags: z.array(z.string().max(200)).max(100).default([]),
  audience: z.string().max(200).nullable().default(null),
  places: placesAt.nullable().default(null),
  updated_at: time,
});
type Line = z.infer<typeof line>;

const AT_ONCE = 20;

/** Documents with their present text; their passages are made anew, and searchable when it is read. */
export function documentPart({ db, indexDocuments }: DocumentPartDeps): ArchivePart {
  return archivePart<Line>({
    name: "documents",
    line,
    async *write(scope, agentId) {
      for (let after = ""; ;) {
        const [rows = []] = await db.batch(scope, [
          {
            text: `select to_jsonb(d) as line, d.id from knowledge_documents d where d.organization = $1::int
              and d.agent_id = $2::text and d.id > $3::text order by d.id limit $4::int`,
            values: [scope.organization, agentId, after, AT_ONCE],
          },
        ]);
        for (const row of rows) yield line.parse(row["line"]);
        if (rows.length < AT_ONCE) return;
        after = String(rows.at(-1)?.["id"]);
      }
    },
    async read(into, lines) {
      const { scope, agentId } = into;
      const sources = await sourcesThere(db, into);
      const known = lines
        .map((line) => ofFile(line, into))
        .map((one) => ({
          ...one,
          id: into.idOf("document", one.id),
          // Where a citation leads: never a script.
          url: one.url !== null && /^(?:https?:|\/(?!\/))/iu.test(one.url) ? one.url : null,
          source_id: mapped(one, into, sources),
        }));
      await indexDocuments(scope, agentId, known.map(itemOf));
      await db.batch(scope, [
        {
          text: `update knowledge_documents d set version = x.version, version_why = x.version_why, tags = x.tags,
              audience = x.audience, updated_at = x.updated_at
            from jsonb_populate_recordset(null::knowledge_documents, $2::text::jsonb) x
            where d.organization = $1::int and d.agent_id = $3::text and d.id = x.id`,
          values: [scope.organization, JSON.stringify(known.map(({ content: _, ...rest }) => rest)), agentId],
        },
      ]);
    },
  });
}

/** Documents of an uploaded file are named after it. */
function ofFile(line: Line, into: Into): Line {
  const file = /^fil_\w+/.exec(line.external_id ?? "")?.[0];
  if (file === undefined || line.source_id === null) return line;
  const id = into.idOf("file", file);
  const external = line.external_id?.replace(file, id) ?? null;
  return { ...line, external_id: external, url: line.url?.replace(file, id) ?? null };
}

/** Of a source that does not come along, a document is one that was given. */
function mapped({ source_id: sourceId }: Line, into: Into, sources: ReadonlySet<string>): string | null {
  if (sourceId === null) return null;
  const id = into.idOf("source", sourceId);
  return sources.has(id) ? id : null;
}

const itemOf = (one: Line): DocumentItem => ({
  documentId: one.id,
  sourceId: one.source_id,
  externalId: one.external_id,
  url: one.url,
  title: one.title,
  language: one.language,
  content: one.content,
  contentHash: one.content_hash,
  why: "imported",
  pinnedHash: one.pinned_hash,
  ...(one.places && { places: one.places }),
});
