import type { Row, Scope, Statement, Tx } from "../../platform/index.ts";
import { strings } from "../indexes.ts";
import { ANALYSIS, AT_ONCE, breathe, countTerms, type PreparedDocument } from "./prepare-document.ts";

/** Where chunks go: an organization's index. */
export interface Place {
  scope: Scope;
  index: number;
}

export interface StoredDocument extends PreparedDocument {
  documentId: string;
  language: string;
}

interface Delta {
  language: string;
  chunks: number;
  tokens: number;
}

/** Statistics in more rows than this are added up into one for each language. */
const FOLD_ABOVE = 40;
/** A statement's values cross over to the database as one message. */
const POSTINGS_AT_ONCE = 20_000;

/** One writer at a time in an index: its statistics and postings then follow from what it read. */
export function lockIndex({ index }: Place): Statement {
  return { text: "select pg_advisory_xact_lock(1346464844, $1::int)", values: [index] };
}

/** Takes the chunks and postings of documents away. Their rows and the lock of the index are the caller's. */
export async function deleteChunks(tx: Tx, place: Place, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  const { scope, index } = place;
  const [rows = []] = await tx.batch([{ text: readChunks, values: [scope.organization, documentIds] }]);
  if (rows.length === 0) return;
  const same = rows.filter((row) => row["analysis"] === ANALYSIS);
  const other = rows.filter((row) => row["analysis"] !== ANALYSIS);
  const statements: Statement[] = [
    await deletePostings(place, same),
    { text: deleteChunkRows, values: [scope.organization, documentIds] },
  ];
  if (other.length > 0) {
    const numbers = other.map((row) => Number(row["number"]));
    statements.push({ text: deletePostingsOfChunks, values: [scope.organization, index, numbers] });
  }
  const deltas = rows.map((row) => ({ language: String(row["language"]), chunks: -1, tokens: -Number(row["tokens"]) }));
  await tx.batch([...statements, ...countStatements(place, deltas)]);
}

async function deletePostings({ scope, index }: Place, rows: readonly Row[]): Promise<Statement> {
  const chunks: number[] = [];
  const terms: string[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await breathe();
    const passage = {
      title: String(row["title"]),
      headings: strings(row["headings"]),
      text: String(row["text"]),
      language: String(row["language"]),
    };
    for (const term of countTerms(passage).terms.keys()) {
      chunks.push(Number(row["number"]));
      terms.push(term);
    }
  }
  return { text: deletePostingsByKey, values: [scope.organization, index, chunks, terms] };
}

/** Stores the chunks of documents whose rows exist and which have none yet. */
export async function insertChunks(tx: Tx, place: Place, documents: readonly StoredDocument[]): Promise<void> {
  const chunks = documents.flatMap(({ documentId, language, chunks: own }) =>
    own.map((chunk, position) => ({ ...chunk, documentId, language, position })),
  );
  if (chunks.length === 0) return;
  const { scope, index } = place;
  const columns = [
    chunks.map((chunk) => chunk.documentId),
    chunks.map((chunk) => chunk.position),
    chunks.map((chunk) => JSON.stringify(chunk.headings)),
    chunks.map((chunk) => chunk.text),
    chunks.map((chunk) => chunk.language),
    chunks.map((chunk) => chunk.tokens),
    chunks.map((chunk) => (chunk.places === null ? null : JSON.stringify(chunk.places))),
  ];
  const [rows = []] = await tx.batch([
    { text: insertChunkRows, values: [scope.organization, index, ANALYSIS, ...columns] },
  ]);
  const numbers = new Map(rows.map((row) => [`${row["document_id"]} ${row["position"]}`, Number(row["number"])]));
  const postings = chunks.flatMap(({ documentId, position, tokens, terms }) => {
    const chunk = numbers.get(`${documentId} ${position}`) ?? 0;
    return [...terms].map(([term, tf]) => ({ chunk, term, tf, len: tokens }));
  });
  const deltas = chunks.map(({ language, tokens }) => ({ language, chunks: 1, tokens }));
  await tx.batch([...postingStatements(place, postings), ...countStatements(place, deltas)]);
}

interface Posting {
  chunk: number;
  term: string;
  tf: number;
  len: number;
}

function postingStatements({ scope, index }: Place, postings: readonly Posting[]): Statement[] {
  const statements: Statement[] = [];
  for (let from = 0; from < postings.length; from += POSTINGS_AT_ONCE) {
    const some = postings.slice(from, from + POSTINGS_AT_ONCE);
    const column = <K extends keyof Posting>(key: K) => some.map((posting) => posting[key]);
    const values = [scope.organization, index, column("chunk"), column("term"), column("tf"), column("len")];
    statements.push({ text: insertPostings, values });
  }
  return statements;
}

function countStatements({ scope, index }: Place, deltas: readonly Delta[]): Statement[] {
  const byLanguage = new Map<string, Delta>();
  for (const { language, chunks, tokens } of deltas) {
    const sum = byLanguage.get(language) ?? { language, chunks: 0, tokens: 0 };
    byLanguage.set(language, { language, chunks: sum.chunks + chunks, tokens: sum.tokens + tokens });
  }
  const rows = [...byLanguage.values()];
  const columns = [rows.map((row) => row.language), rows.map((row) => row.chunks), rows.map((row) => row.tokens)];
  return [
    { text: insertStatistics, values: [scope.organization, index, ...columns] },
    { text: foldStatistics, values: [scope.organization, index, FOLD_ABOVE] },
  ];
}

const readChunks = `
select c.number, c.headings, c.text, c.language, c.tokens, c.analysis, d.title
from knowledge_chunks c join knowledge_documents d on d.organization = c.organization and d.id = c.document_id
where c.organization = $1::int and c.document_id = any($2::text[])`;

const deletePostingsByKey = `
delete from knowledge_postings p using unnest($3::int[], $4::text[]) as x(chunk, term)
where p.organization = $1::int and p.index_number = $2::int and p.term = x.term and p.chunk = x.chunk`;

const deletePostingsOfChunks = `
delete from knowledge_postings where organization = $1::int and index_number = $2::int and chunk = any($3::int[])`;

const deleteChunkRows = `delete from knowledge_chunks where organization = $1::int and document_id = any($2::text[])`;

const insertChunkRows = `
insert into knowledge_chunks (organization, index_number, analysis, document_id, position, headings, text, language, tokens, place)
select $1::int, $2::int, $3::text, x.document_id, x.position, x.headings::jsonb, x.text, x.language, x.tokens, x.place::jsonb
from unnest($4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[])
  as x(document_id, position, headings, text, language, tokens, place)
returning number, document_id, position`;

const insertPostings = `
insert into knowledge_postings (organization, index_number, chunk, term, tf, len)
select $1::int, $2::int, x.* from unnest($3::int[], $4::text[], $5::smallint[], $6::smallint[]) as x(chunk, term, tf, len)
order by term, chunk`;

const insertStatistics = `
insert into knowledge_index_statistics (organization, index_number, language, chunks, tokens)
select $1::int, $2::int, x.* from unnest($3::text[], $4::int[], $5::bigint[]) as x(language, chunks, tokens)`;

const foldStatistics = `
with folded as (
  delete from knowledge_index_statistics where organization = $1::int and index_number = $2::int
    and (select count(*) from knowledge_index_statistics where organization = $1::int and index_number = $2::int) > $3::int
  returning language, chunks, tokens)
insert into knowledge_index_statistics (organization, index_number, language, chunks, tokens)
select $1::int, $2::int, language, sum(chunks), sum(tokens) from folded group by language having sum(chunks) > 0`;
