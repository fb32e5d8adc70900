/** Which answers cited which documents: looked at from the documents' side. */
import type { Citation, ContentPart } from "@parley/contracts";
import { type Database, type Scope, type SQL, sql } from "../../platform/index.ts";

/** As a part of a statement: notes the documents that the answer in `stored` cites. `parts` as text of JSON. */
export function notesCitations(stored: { organization: SQL; conversationId: SQL; parts: SQL }): SQL {
  return sql`insert into message_citations (organization, document_id, conversation_id, seq, version)
    select ${stored.organization}::int, p.part->'citation'->>'documentId', ${stored.conversationId}::text, stored.seq,
      max((p.part->'citation'->>'documentVersion')::int)
    from stored cross join lateral jsonb_array_elements(${stored.parts}::jsonb) as p(part)
    where p.part->>'type' = 'citation' and p.part->'citation'->>'documentId' like 'doc\\_%'
    group by 2, 4`;
}

/** An answer that was given out of a document. */
export interface CitingAnswer {
  conversationId: string;
  messageId: string;
  seq: number;
  agentId: string;
  /** Whoever can still be told; null for those whom nothing reaches afterwards. */
  visitorId: string | null;
  /** What was asked; empty for a correction that was sent. */
  question: string;
  /** Of the visitor's message. */
  questionSeq: number | null;
  answer: string;
  /** Those of the document. */
  citations: Citation[];
  /** Null for answers given before documents had versions. */
  version: number | null;
  createdAt: Date;
}

export interface CitingPage {
  documentId: string;
  since: Date;
  limit: number;
  /** The last one of the page before. */
  after: { conversationId: string; seq: number } | null;
}

interface Row extends Record<string, unknown> {
  conversation_id: string;
  id: string;
  seq: number;
  agent_id: string;
  channel: string;
  visitor_id: string | null;
  question: string | null;
  question_seq: number | null;
  text: string;
  parts: ContentPart[];
  version: number | null;
  created_at: Date | string;
}

/** In the order of conversations; only what was answered out of the knowledge. */
export async function findCitingAnswers(db: Database, scope: Scope, page: CitingPage): Promise<CitingAnswer[]> {
  const { documentId, since, limit, after } = page;
  const rows = await db.query(scope).execute<Row>(sql`
    select c.conversation_id, m.id, m.seq, v.agent_id, v.channel, v.visitor_id, asked.text as question,
      asked.seq as question_seq, m.text, m.parts, c.version, m.created_at
    from message_citations c
    join messages m on m.organization = c.organization and m.conversation_id = c.conversation_id and m.seq = c.seq
    join conversations v on v.organization = c.organization and v.id = c.conversation_id
    left join messages asked on asked.organization = m.organization and asked.conversation_id = m.conversation_id
      and asked.seq < m.seq and asked.id = m.reply_to
    where c.organization = ${scope.organization}::int and c.document_id = ${documentId}::text
      and (c.conversation_id, c.seq) > (${after?.conversationId ?? ""}::text, ${after?.seq ?? 0}::int)
      and m.created_at >= ${since}::timestamptz and (m.answered or m.corrects is not null)
    order by c.conversation_id, c.seq limit ${limit}::int`);
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    messageId: row.id,
    seq: row.seq,
    agentId: row.agent_id,
    visitorId: row.channel === "web" ? row.visitor_id : null,
    question: row.question ?? "",
    questionSeq: row.question_seq,
    answer: row.text,
    citations: row.parts.flatMap((part) =>
      part.type === "citation" && part.citation.documentId === documentId ? [part.citation] : [],
    ),
    version: row.version,
    createdAt: new Date(row.created_at),
  }));
}

/** Numbers of the versions of a document that some answer cited. */
export async function citedVersions(db: Database, scope: Scope, documentId: string): Promise<ReadonlySet<number>> {
  const rows = await db.query(scope).execute<{ version: number }>(sql`
    select distinct version from message_citations where organization = ${scope.organization}::int
      and document_id = ${documentId}::text and version is not null`);
  return new Set(rows.map(({ version }) => version));
}
