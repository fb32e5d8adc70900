import { Fault, type Overlap, type OverlapQuery } from "@parley/contracts";
import type { Database, Row, Scope } from "../../platform/index.ts";
import { orNull } from "../documents/document-store.ts";
import { strings } from "../indexes.ts";

type Wanted = Omit<OverlapQuery, "cursor"> & { agentId: string; before: string | null };

/** Newest first, with at most six passages each. */
export async function listOverlaps(db: Database, scope: Scope, wanted: Wanted): Promise<Overlap[]> {
  const { agentId, kind, status, before, limit } = wanted;
  const which = "o.kind = $3::text and o.status = $4::text and ($5::text is null or o.id < $5::text)";
  const values = [scope.organization, agentId, kind, status, before, limit];
  const [rows = []] = await db.batch(scope, [{ text: overlaps(which, "$6::int"), values }]);
  return gather(rows, agentId);
}

/** @throws Fault not_found */
export async function readOverlap(
  db: Database,
  scope: Scope,
  { agentId, id }: { agentId: string; id: string },
): Promise<Overlap> {
  const values = [scope.organization, agentId, id];
  const [rows = []] = await db.batch(scope, [{ text: overlaps("o.id = $3::text", "1"), values }]);
  const [found] = gather(rows, agentId);
  if (!found) throw new Fault("not_found", "There is no such pair of passages.");
  return found;
}

export async function countOverlaps(
  db: Database,
  scope: Scope,
  { agentId, index }: { agentId: string; index: number },
): Promise<{ duplicates: number; contradictions: number; waiting: number }> {
  const [counts = [], [waiting] = []] = await db.batch(scope, [
    {
      text: `${live("o.status = 'open'")} select kind, count(*)::int as n from live group by kind`,
      values: [scope.organization, agentId],
    },
    {
      text: `select count(*)::int as n from knowledge_chunks c where c.organization = $1::int and c.index_number = $2::int
        and c.number > coalesce((select through from knowledge_overlap_progress
          where organization = $1::int and index_number = $2::int), 0)`,
      values: [scope.organization, index],
    },
  ]);
  const of = (kind: string) => Number(counts.find((row) => row["kind"] === kind)?.["n"] ?? 0);
  return { duplicates: of("duplicate"), contradictions: of("contradiction"), waiting: Number(waiting?.["n"] ?? 0) };
}

/** Two pages that differ in so much are two things of one kind: shops, products, editions. */
const MOST_BETWEEN_TWO = 3;

/** $1 organization, $2 agent. Those of which two passages are still there. */
const live = (which: string) => `
with alive as (
  select o.id, o.kind, o.status, o.revision, o.created_at, count(*)::int as n, min(c.document_id) as one, max(c.document_id) as other
  from knowledge_overlaps o
  join knowledge_overlap_passages p on p.organization = o.organization and p.overlap_id = o.id
  join knowledge_chunks c on c.organization = p.organization and c.number = p.chunk
  where o.organization = $1::int and o.agent_id = $2::text group by o.organization, o.id having count(*) > 1),
twins as (
  select one, other from alive where kind = 'contradiction' group by one, other having count(*) > ${MOST_BETWEEN_TWO}),
live as (
  select o.* from alive o where ${which} and (o.kind = 'duplicate'
    or not exists (select 1 from twins t where t.one = o.one and t.other = o.other)))`;

const SHOWN = 6;

const overlaps = (which: string, limit: string) => `${live(which)},
page as (select * from live order by id desc limit ${limit})
select o.id, o.kind, o.status, o.revision, o.created_at, o.n, p.* from page o
cross join lateral (
  select p.chunk, p.likeness, p.marks, c.document_id, c.position, c.headings, c.text, d.title, d.url
  from knowledge_overlap_passages p
  join knowledge_chunks c on c.organization = p.organization and c.number = p.chunk
  join knowledge_documents d on d.organization = c.organization and d.id = c.document_id
  where p.organization = $1::int and p.overlap_id = o.id and $2::text is not null order by p.chunk limit ${SHOWN}) p
order by o.id desc, p.chunk`;

function gather(rows: readonly Row[], agentId: string): Overlap[] {
  return [...Map.groupBy(rows, (row) => String(row["id"])).values()].flatMap((own): Overlap[] => {
    const [row] = own;
    if (!row) return [];
    return [
      {
        id: String(row["id"]),
        agentId,
        kind: row["kind"] === "contradiction" ? "contradiction" : "duplicate",
        status: row["status"] === "ignored" ? "ignored" : "open",
        count: Number(row["n"]),
        passages: own.map(passageOf),
        createdAt: new Date(
          row["created_at"] instanceof Date ? row["created_at"] : String(row["created_at"]),
        ).toISOString(),
        revision: Number(row["revision"]),
      },
    ];
  });
}

const passageOf = (row: Row): Overlap["passages"][number] => ({
  documentId: String(row["document_id"]),
  title: String(row["title"]),
  url: orNull(row["url"]),
  position: Number(row["position"]),
  headings: strings(row["headings"]),
  text: String(row["text"]),
  marks: marksOf(row["marks"]),
  likeness: Number(row["likeness"]) / 100,
});

const marksOf = (value: unknown): [number, number][] =>
  Array.isArray(value)
    ? value.flatMap((mark): [number, number][] => (Array.isArray(mark) ? [[Number(mark[0]), Number(mark[1])]] : []))
    : [];
