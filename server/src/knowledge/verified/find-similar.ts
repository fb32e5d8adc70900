import type { SimilarAnswers, SimilarAnswersInput } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import { strings } from "../indexes.ts";
import { questionKeys } from "./question-keys.ts";
import { compareQuestions, foldQuestion, readQuestion } from "./read-question.ts";
import type { VerifiedAnswersDeps } from "./write-verified.ts";

const SHOWN = 5;
const LOOKED_AT = 60;
/** Two questions with so much of their words in common are worth a look: one of them may be meant as the other. */
const NEAR = 0.6;

type Similar = SimilarAnswers["data"][number];

/** Answers to the same or nearly the same question as one that is being written, the most alike first. */
export async function findSimilar(
  { db, detectLanguage }: Pick<VerifiedAnswersDeps, "db" | "detectLanguage">,
  scope: Scope,
  { agentId, question, variants, exceptId, ...given }: SimilarAnswersInput & { agentId: string },
): Promise<Similar[]> {
  const wordings = [question, ...variants];
  const language = given.language ?? detectLanguage(wordings.join("\n"));
  const keys = [...new Set(wordings.flatMap((one) => questionKeys(one, [language])))];
  const [rows = []] = await db.batch(scope, [
    { text: candidates, values: [scope.organization, agentId, keys, exceptId ?? "", LOOKED_AT] },
  ]);
  const best = new Map<string, Similar & { score: number }>();
  for (const row of rows) {
    const answerId = String(row["id"]);
    const own = String(row["question"]);
    const known = [own, ...strings(row["variants"])];
    for (const wording of known)
      for (const one of wordings) {
        const score = likeness(one, wording, language);
        if (score < NEAR || score <= (best.get(answerId)?.score ?? 0)) continue;
        const match = score === 1 ? "same" : "near";
        best.set(answerId, {
          answerId,
          question: own,
          answer: String(row["answer"]),
          wording,
          given: one,
          match,
          score,
        });
      }
  }
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score || a.answerId.localeCompare(b.answerId))
    .slice(0, SHOWN)
    .map(({ score: _, ...similar }) => similar);
}

/** 1: who asks the one is answered with the other; below, the share of their words that both have. */
function likeness(one: string, other: string, language: string): number {
  if (foldQuestion(one) !== "" && foldQuestion(one) === foldQuestion(other)) return 1;
  const [ours, theirs] = [readQuestion(one, language), readQuestion(other, language)];
  if (compareQuestions(ours, theirs) !== null) return 1;
  const [here, there] = [ours, theirs].map((words) => new Set(words.map(({ term }) => term)));
  if (here === undefined || there === undefined) return 0;
  const both = [...here].filter((term) => there.has(term)).length;
  return both === 0 ? 0 : both / (here.size + there.size - both);
}

/** $1 organization, $2 agent, $3 keys, $4 the answer that is left out, $5 limit. Switched off and over ones too. */
const candidates = `
select a.id, a.question, a.variants, a.answer from knowledge_verified_answers a
where a.organization = $1::int and a.id <> $4::text and a.id in (
  select answer_id from knowledge_verified_keys
  where organization = $1::int and agent_id = $2::text and key = any($3::text[]))
order by a.id desc limit $5::int`;
