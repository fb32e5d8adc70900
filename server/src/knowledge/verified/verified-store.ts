import type { VerifiedAnswer, VerifiedAnswerQuery } from "@parley/contracts";
import type { Database, Row, Scope, Statement, Tx } from "../../platform/index.ts";
import { orNull } from "../documents/document-store.ts";
import { likePart } from "../like-part.ts";
import { strings } from "../indexes.ts";
import { questionKeys } from "./question-keys.ts";

/** Who made or changed it. */
export type By = VerifiedAnswer["createdBy"];
export type VerifiedText = Pick<VerifiedAnswer, "question" | "variants" | "answer" | "language" | "enabled">;
export type NewVerified = VerifiedText & Pick<VerifiedAnswer, "id" | "agentId" | "conversationId" | "messageId">;

const columns = `id, agent_id, question, variants, answer, language, enabled, conversation_id, message_id, revision,
  created_at, created_by, updated_at, updated_by`;

/** One writer of an agent's answers at a time; no row for an agent that this organization does not have. */
export function lockAgent(scope: Scope, agentId: string): Statement {
  return {
    text: `select array(select language from knowledge_index_statistics s
        where s.organization = i.organization and s.index_number = i.number
        group by language having sum(chunks) > 0 order by sum(chunks) desc, language limit 1) as languages
      from knowledge_indexes i where organization = $1::int and agent_id = $2::text for update of i`,
    values: [scope.organization, agentId],
  };
}

export function insertVerified(scope: Scope, answer: NewVerified, { by, at }: { by: By; at: string }): Statement {
  return {
    text: `insert into knowledge_verified_answers (organization, id, agent_id, question, variants, answer, language,
        enabled, conversation_id, message_id, created_at, created_by, updated_at, updated_by)
      values ($1::int, $2::text, $3::text, $4::text, $5::text::jsonb, $6::text, $7::text, $8::boolean, $9::text, $10::text,
        $11::timestamptz, $12::text::jsonb, $11::timestamptz, $12::text::jsonb) returning ${columns}`,
    values: [
      scope.organization,
      answer.id,
      answer.agentId,
      answer.question,
      JSON.stringify(answer.variants),
      answer.answer,
      answer.language,
      answer.enabled,
      answer.conversationId,
      answer.messageId,
      at,
      JSON.stringify(by),
    ],
  };
}

export function updateVerified(
  scope: Scope,
  { id, ...text }: VerifiedText & { id: string },
  { by, at }: { by: By; at: string },
): Statement {
  return {
    text: `update knowledge_verified_answers set question = $3::text, variants = $4::text::jsonb, answer = $5::text,
        language = $6::text, enabled = $7::boolean, updated_at = $8::timestamptz, updated_by = $9::text::jsonb,
        revision = revision + 1
      where organization = $1::int and id = $2::text returning ${columns}`,
    values: [
      scope.organization,
      id,
      text.question,
      JSON.stringify(text.variants),
      text.answer,
      text.language,
      text.enabled,
      at,
      JSON.stringify(by),
    ],
  };
}

/** Where the question and its variants are found from now on. */
export function putKeys(scope: Scope, answer: VerifiedText & { id: string; agentId: string }): Statement[] {
  const keys = [answer.question, ...answer.variants].flatMap((text, wording) =>
    questionKeys(text, [answer.language]).map((key) => ({ key, wording })),
  );
  return [
    {
      text: "delete from knowledge_verified_keys where organization = $1::int and answer_id = $2::text",
      values: [scope.organization, answer.id],
    },
    {
      text: `insert into knowledge_verified_keys (organization, agent_id, answer_id, key, wording)
        select $1::int, $2::text, $3::text, x.key, x.wording from unnest($4::text[], $5::smallint[]) as x(key, wording)
        on conflict do nothing`,
      values: [
        scope.organization,
        answer.agentId,
        answer.id,
        keys.map(({ key }) => key),
        keys.map(({ wording }) => wording),
      ],
    },
  ];
}

/** Those of the ids that the agent has, locked in the order of their ids. */
export async function lockVerified(
  tx: Tx,
  scope: Scope,
  { agentId, ids }: { agentId: string; ids: readonly string[] },
): Promise<VerifiedAnswer[]> {
  const [rows = []] = await tx.batch([
    {
      text: `select ${columns} from knowledge_verified_answers
        where organization = $1::int and agent_id = $2::text and id = any($3::text[]) order by id for update`,
      values: [scope.organization, agentId, ids],
    },
  ]);
  return rows.map(verifiedOf);
}

/** The newest answer of the agent whose question or variant is written just so. */
export function findSameQuestion(scope: Scope, agentId: string, question: string): Statement {
  const [asWritten = ""] = questionKeys(question, []);
  return {
    text: `select ${columns} from knowledge_verified_answers where organization = $1::int and id = (
        select max(answer_id) from knowledge_verified_keys
        where organization = $1::int and agent_id = $2::text and key = $3::text)`,
    values: [scope.organization, agentId, asWritten],
  };
}

export function setEnabled(
  scope: Scope,
  ids: readonly string[],
  { enabled, by, at }: { enabled: boolean; by: By; at: string },
): Statement {
  return {
    text: `update knowledge_verified_answers set enabled = $3::boolean, updated_at = $4::timestamptz,
        updated_by = $5::text::jsonb, revision = revision + 1
      where organization = $1::int and id = any($2::text[]) and enabled <> $3::boolean`,
    values: [scope.organization, ids, enabled, at, JSON.stringify(by)],
  };
}

export function deleteVerified(scope: Scope, ids: readonly string[]): Statement {
  return {
    text: "delete from knowledge_verified_answers where organization = $1::int and id = any($2::text[])",
    values: [scope.organization, ids],
  };
}

/** Newest first. `known`: the agent is this organization's. */
export async function listVerified(
  db: Database,
  scope: Scope,
  page: Omit<VerifiedAnswerQuery, "cursor"> & { agentId: string; before: string | null },
): Promise<{ known: boolean; answers: VerifiedAnswer[] }> {
  const like = page.q === undefined || page.q === "" ? null : likePart(page.q);
  const [agents = [], rows = []] = await db.batch(scope, [
    {
      text: "select 1 from knowledge_indexes where organization = $1::int and agent_id = $2::text",
      values: [scope.organization, page.agentId],
    },
    {
      text: `select ${columns} from knowledge_verified_answers
        where organization = $1::int and agent_id = $2::text and ($3::text is null or id < $3::text)
        and ($4::boolean is null or enabled = $4::boolean)
        and ($5::text is null or question ilike $5::text or answer ilike $5::text or variants::text ilike $5::text)
        order by id desc limit $6::int`,
      values: [
        scope.organization,
        page.agentId,
        page.before,
        page.enabled === undefined ? null : page.enabled === "true",
        like,
        page.limit,
      ],
    },
  ]);
  return { known: agents.length > 0, answers: rows.map(verifiedOf) };
}

export async function readVerified(
  db: Database,
  scope: Scope,
  { agentId, id }: { agentId: string; id: string },
): Promise<VerifiedAnswer | undefined> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${columns} from knowledge_verified_answers where organization = $1::int and agent_id = $2::text and id = $3::text`,
      values: [scope.organization, agentId, id],
    },
  ]);
  return rows[0] && verifiedOf(rows[0]);
}

export function verifiedOf(row: Row): VerifiedAnswer {
  return {
    id: String(row["id"]),
    agentId: String(row["agent_id"]),
    question: String(row["question"]),
    variants: strings(row["variants"]),
    answer: String(row["answer"]),
    language: String(row["language"]),
    enabled: row["enabled"] === true,
    conversationId: orNull(row["conversation_id"]),
    messageId: orNull(row["message_id"]),
    createdAt: isoOf(row["created_at"]),
    createdBy: byOf(row["created_by"]),
    updatedAt: isoOf(row["updated_at"]),
    updatedBy: byOf(row["updated_by"]),
    revision: Number(row["revision"]),
  };
}

const isoOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();

function byOf(value: unknown): By {
  const found = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
  return { type: String(found.get("type") ?? ""), id: String(found.get("id") ?? ""), name: orNull(found.get("name")) };
}
