/**
 * Keeps the topics close behind what is said: reads conversations in which something happened, and makes the stored
 * questions what follows from them. Done twice it is done once; what a rating had brought in goes when it is taken back.
 */
import { newId } from "@parley/contracts";
import { type AskedTurn, readTurns, type TurnsOf } from "../conversations/index.ts";
import { type Clock, type Database, type Scope, sql, type Tx } from "../platform/index.ts";
import { chooseTopic, questionTerms, weighBy } from "./assign-topic.ts";
import { type JudgedQuestion, judgeTurns } from "./judge-turns.ts";
import { languageOf, questionOf } from "./question-of.ts";
import { suggestFrequent, suggestRated } from "./suggest.ts";
import { labelTopic, readNeighbours } from "./topic-words.ts";

export interface GatherDeps {
  db: Database;
  clock: Clock;
}

interface Stored extends Record<string, unknown> {
  id: string;
  conversation_id: string;
  topic_id: string;
  cause: string;
}

/** The agents whose topics look different now. */
export async function gatherQuestions(
  { db, clock }: GatherDeps,
  scope: Scope,
  of: readonly TurnsOf[],
): Promise<ReadonlySet<string>> {
  return db.transaction(scope, async (tx) => {
    const stored = await readStored(
      tx,
      scope,
      of.map(({ conversationId }) => conversationId),
    );
    const always = [...stored.questions, ...stored.suggestions].map((row) => row.conversation_id);
    const turns = await readTurns(tx, scope, { of, always });
    if (turns.length === 0) return new Set<string>();
    const conversations = [...Map.groupBy(turns, (turn) => turn.conversationId).values()];
    const judged = conversations.flatMap(judgeTurns).filter(({ turn }) => questionOf(turn) !== "");
    const known = new Map(stored.questions.map((row) => [row.id, row]));
    const wanted = new Set(judged.map(({ turn }) => turn.questionId));
    const touched = new Set<string>();
    // What lies before what was read was not looked at, and stays.
    const seen = new Set(turns.map(({ questionId }) => questionId));
    const gone = stored.questions.filter(({ id }) => seen.has(id) && !wanted.has(id));
    if (gone.length > 0) await removeQuestions(tx, scope, gone);
    for (const one of judged) {
      const before = known.get(one.turn.questionId);
      if (before === undefined) await addQuestion(tx, scope, { ...one, now: clock.now() });
      else if (before.cause !== one.cause) await changeCause(tx, scope, one);
      else continue;
      touched.add(one.turn.agentId);
    }
    const goneIds = new Set(gone.map(({ id }) => id));
    for (const turn of turns) if (goneIds.has(turn.questionId)) touched.add(turn.agentId);
    for (const agentId of await suggestRated(tx, scope, { turns, now: clock.now() })) touched.add(agentId);
    return touched;
  });
}

async function readStored(tx: Tx, scope: Scope, conversations: readonly string[]) {
  const among = sql`organization = ${scope.organization}::int
    and conversation_id in (select value from jsonb_array_elements_text(${JSON.stringify(conversations)}::jsonb))`;
  const [questions, suggestions] = await Promise.all([
    tx.execute<Stored>(sql`select id, conversation_id, topic_id, cause from gap_questions where ${among}`),
    tx.execute<Pick<Stored, "conversation_id">>(
      sql`select conversation_id from gap_suggestions where ${among} and status = 'suggested'`,
    ),
  ]);
  return { questions, suggestions };
}

async function removeQuestions(tx: Tx, scope: Scope, gone: readonly Stored[]): Promise<void> {
  await tx.execute(sql`delete from gap_questions where organization = ${scope.organization}::int
    and id in (select value from jsonb_array_elements_text(${JSON.stringify(gone.map(({ id }) => id))}::jsonb))`);
}

async function addQuestion(
  tx: Tx,
  scope: Scope,
  { turn, cause, now }: JudgedQuestion & { now: number },
): Promise<void> {
  const { organization } = scope;
  const { agentId, questionId, conversationId, seq } = turn;
  const text = questionOf(turn);
  const language = languageOf(turn);
  const terms = questionTerms(text, language);
  const near = await readNeighbours(tx, scope, { agentId, terms });
  const found = chooseTopic(terms, near.topics, weighBy(near.all, near.holding));
  const topicId = found ?? newId("gap", now);
  if (found === undefined)
    await tx.execute(sql`insert into gap_topics (organization, id, agent_id, status, label_id, created_at)
      values (${organization}::int, ${topicId}::text, ${agentId}::text, 'open', ${questionId}::text, ${new Date(now)}::timestamptz)`);
  await tx.execute(sql`insert into gap_questions
      (organization, id, conversation_id, seq, agent_id, topic_id, text, language, cause, asked_at)
    values (${organization}::int, ${questionId}::text, ${conversationId}::text, ${seq}::int, ${agentId}::text,
      ${topicId}::text, ${text}::text, ${language}::text, ${cause}::text, ${new Date(turn.askedAt)}::timestamptz)`);
  await tx.execute(sql`insert into gap_terms (organization, agent_id, term, topic_id, question_id)
    select ${organization}::int, ${agentId}::text, value, ${topicId}::text, ${questionId}::text
    from jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb)`);
  if (found !== undefined) await labelTopic(tx, scope, topicId);
  await settleStatus(tx, scope, { topicId, turn, cause });
  await suggestFrequent(tx, scope, { agentId, topicId, now });
}

async function changeCause(tx: Tx, scope: Scope, { turn, cause }: JudgedQuestion): Promise<void> {
  const [row] = await tx.execute<{ topic_id: string }>(sql`update gap_questions set cause = ${cause}::text
    where organization = ${scope.organization}::int and id = ${turn.questionId}::text returning topic_id`);
  if (row) await settleStatus(tx, scope, { topicId: row.topic_id, turn, cause });
}

/** A correction answers its topic; a question that still has no good answer after that opens it again. */
async function settleStatus(
  tx: Tx,
  scope: Scope,
  { topicId, turn, cause }: { topicId: string; turn: AskedTurn; cause: string },
): Promise<void> {
  const of = sql`organization = ${scope.organization}::int and id = ${topicId}::text`;
  const { corrected } = turn;
  if (cause === "corrected" && corrected !== null) {
    const at = new Date(corrected.at);
    await tx.execute(sql`update gap_topics set status = 'answered', answer_id = ${corrected.answerId}::text,
        answered_at = greatest(answered_at, ${at}::timestamptz), revision = revision + 1
      where ${of} and status = 'open'
        and not exists (select 1 from gap_questions q where q.organization = ${scope.organization}::int
          and q.topic_id = ${topicId}::text and q.cause <> 'corrected' and q.asked_at > ${at}::timestamptz)`);
    return;
  }
  await tx.execute(sql`update gap_topics set status = 'open', revision = revision + 1
    where ${of} and status = 'answered' and answered_at < ${new Date(turn.askedAt)}::timestamptz`);
}
