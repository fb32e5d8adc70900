import type { VerifiedAnswer } from "@parley/contracts";
import type { Database, Row, Scope, Statement, Tx } from "../../platform/index.ts";
import { orNull } from "../documents/document-store.ts";
import { strings } from "../indexes.ts";
import { questionKeys } from "./question-keys.ts";

/** Who made or changed it. */
export type By = VerifiedAnswer["createdBy"];
/** As it is kept: its state follows from the time of asking. */
export type StoredAnswer = Omit<VerifiedAnswer, "state">;
export type VerifiedText = Pick<
  StoredAnswer,
  "question" | "variants" | "answer" | "spoken" | "language" | "tags" | "enabled" | "validFrom" | "validTo"
>;
export type NewVerified = VerifiedText & Pick<StoredAnswer, "id" | "agentId" | "conversationId" | "messageId">;

export const columns = `id, agent_id, question, variants, answer, spoken, language, tags, enabled, valid_from, valid_to,
  conversation_id, message_id, revision, created_at, created_by, updated_at, updated_by`;

const ofAnswer = columns.replaceAll(/\w+/gu, "a.$&");

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

/** Several at once, as one value: rows of any number are one statement. */
export function insertVerified(
  scope: Scope,
  answers: readonly NewVerified[],
  { by, at }: { by: By; at: string },
): Statement {
  return {
    text: `insert into knowledge_verified_answers (organization, id, agent_id, question, variants, answer, spoken, language,
        tags, enabled, valid_from, valid_to, conversation_id, message_id, created_at, created_by, updated_at, updated_by)
      select $1::int, x.id, x."agentId", x.question, x.variants, x.answer, x.spoken, x.language,
        array(select jsonb_array_elements_text(x.tags)), x.enabled, x."validFrom", x."validTo", x."conversationId",
        x."messageId", $2::timestamptz, $3::text::jsonb, $2::timestamptz, $3::text::jsonb
      from jsonb_to_recordset($4::text::jsonb) as x(id text, "agentId" text, question text, variants jsonb, answer text,
        spoken text, language text, tags jsonb, enabled boolean, "validFrom" timestamptz, "validTo" timestamptz,
        "conversationId" text, "messageId" text) returning ${columns}`,
    values: [scope.organization, at, JSON.stringify(by), JSON.stringify(answers)],
  };
}

export function updateVerified(
  scope: Scope,
  answers: readonly (VerifiedText & { id: string })[],
  { by, at }: { by: By; at: string },
): Statement {
  return {
    text: `update knowledge_verified_answers a set question = x.question, variants = x.variants, answer = x.answer,
        spoken = x.spoken, language = x.language, tags = array(select jsonb_array_elements_text(x.tags)),
        enabled = x.enabled, valid_from = x."validFrom", valid_to = x."validTo", updated_at = $2::timestamptz,
        updated_by = $3::text::jsonb, revision = a.revision + 1
      from jsonb_to_recordset($4::text::jsonb) as x(id text, question text, variants jsonb, answer text, spoken text,
        language text, tags jsonb, enabled boolean, "validFrom" timestamptz, "validTo" timestamptz)
      where a.organization = $1::int and a.id = x.id returning ${ofAnswer}`,
    values: [scope.organization, at, JSON.stringify(by), JSON.stringify(answers)],
  };
}

/** Where questions and their variants are found from now on. */
export function putKeys(
  scope: Scope,
  answers: readonly (Pick<VerifiedText, "question" | "variants" | "language"> & { id: string; agentId: string })[],
): Statement[] {
  const keys = answers.flatMap(({ id, agentId, question, variants, language }) =>
    [question, ...variants].flatMap((text, wording) =>
      questionKeys(text, [language]).map((key) => ({ id, agentId, key, wording })),
    ),
  );
  return [
    {
      text: "delete from knowledge_verified_keys where organization = $1::int and answer_id = any($2::text[])",
      values: [scope.organization, answers.map(({ id }) => id)],
    },
    {
      text: `insert into knowledge_verified_keys (organization, agent_id, answer_id, key, wording)
        select $1::int, x.* from unnest($2::text[], $3::text[], $4::text[], $5::smallint[]) as x(agent_id, answer_id, key, wording)
        on conflict do nothing`,
      values: [
        scope.organization,
        keys.map(({ agentId }) => agentId),
        keys.map(({ id }) => id),
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
): Promise<StoredAnswer[]> {
  const [rows = []] = await tx.batch([
    {
      text: `select ${columns} from knowledge_verified_answers
        where organization = $1::int and agent_id = $2::text and id = any($3::text[]) order by id for update`,
      values: [scope.organization, agentId, ids],
    },
  ]);
  return rows.map(verifiedOf);
}

/** The newest answer of the agent in this language whose question or variant is written just so. */
export function findSameQuestion(
  scope: Scope,
  { agentId, question, language }: { agentId: string; question: string; language: string },
): Statement {
  const [asWritten = ""] = questionKeys(question, []);
  return {
    text: `select ${columns} from knowledge_verified_answers a where organization = $1::int and id in (
        select answer_id from knowledge_verified_keys
        where organization = $1::int and agent_id = $2::text and key = $3::text)
      and split_part(lower(language), '-', 1) = split_part(lower($4::text), '-', 1) order by id desc limit 1`,
    values: [scope.organization, agentId, asWritten, language],
  };
}

/** By what their questions themselves are written like, of any language. */
export function findByQuestion(scope: Scope, agentId: string, questions: readonly string[]): Statement {
  const keys = [...new Set(questions.flatMap((question) => questionKeys(question, []).slice(0, 1)))];
  return {
    text: `select k.key, ${ofAnswer} from knowledge_verified_keys k
      join knowledge_verified_answers a on a.organization = k.organization and a.id = k.answer_id
      where k.organization = $1::int and k.agent_id = $2::text and k.wording = 0 and k.key = any($3::text[])
      order by a.id for update of a`,
    values: [scope.organization, agentId, keys],
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

export async function readVerified(
  db: Database,
  scope: Scope,
  { agentId, id }: { agentId: string; id: string },
): Promise<StoredAnswer | undefined> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${columns} from knowledge_verified_answers where organization = $1::int and agent_id = $2::text and id = $3::text`,
      values: [scope.organization, agentId, id],
    },
  ]);
  return rows[0] && verifiedOf(rows[0]);
}

export function verifiedOf(row: Row): StoredAnswer {
  return {
    id: String(row["id"]),
    agentId: String(row["agent_id"]),
    question: String(row["question"]),
    variants: strings(row["variants"]),
    answer: String(row["answer"]),
    spoken: orNull(row["spoken"]),
    language: String(row["language"]),
    tags: strings(row["tags"]),
    enabled: row["enabled"] === true,
    validFrom: momentOf(row["valid_from"]),
    validTo: momentOf(row["valid_to"]),
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
const momentOf = (value: unknown) => (value === null || value === undefined ? null : isoOf(value));

function byOf(value: unknown): By {
  const found = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
  return { type: String(found.get("type") ?? ""), id: String(found.get("id") ?? ""), name: orNull(found.get("name")) };
}
