import type { Row, Scope, Statement } from "../../platform/index.ts";
import { orNull } from "../documents/document-store.ts";
import { strings } from "../indexes.ts";
import type { TermStatistic, VerifiedMatch } from "../types.ts";
import { questionKeys } from "./question-keys.ts";
import { compareQuestions, foldQuestion, readQuestion } from "./read-question.ts";

export interface AskedOfAgent {
  agentId: string;
  /** As the visitor put it. */
  question: string;
  /** In which it may have been asked. */
  languages: readonly string[];
  /** When: answers before and after their time are not said. ISO 8601. */
  at: string;
}

/** Answers that may fit, in one look-up; `chooseVerified` reads its rows. */
export function findVerified(scope: Scope, { agentId, question, languages, at }: AskedOfAgent): Statement {
  return { text: candidates, values: [scope.organization, agentId, questionKeys(question, languages), MOST, at] };
}

const MOST = 60;

const candidates = `
select distinct on (k.answer_id, k.wording) k.wording, a.id, a.question, a.variants, a.answer, a.spoken,
  a.language, a.updated_at
from unnest($3::text[]) as x(key)
cross join lateral (select answer_id, wording from knowledge_verified_keys
  where organization = $1::int and agent_id = $2::text and key = x.key offset 0) k
cross join lateral (select * from knowledge_verified_answers
  where organization = $1::int and id = k.answer_id and enabled
    and (valid_from is null or valid_from <= $5::timestamptz) and (valid_to is null or valid_to > $5::timestamptz) offset 0) a
limit $4::int`;

/** `terms`: what the search learnt of the question's words; a word that a page holds is not taken for a mistyped one. */
export function chooseVerified(
  rows: readonly Row[],
  asked: Pick<AskedOfAgent, "question"> & { language: string | undefined },
  known: { terms: readonly TermStatistic[]; indexSize: number },
): VerifiedMatch | null {
  const counts = new Map(known.terms.map(({ term, passages }) => [term, passages]));
  const isUnknown = (term: string) => known.indexSize === 0 || counts.get(term) === 0;
  const folded = foldQuestion(asked.question);
  let best: (VerifiedMatch & { rank: number; updated: number }) | null = null;
  for (const row of rows) {
    const wording = Number(row["wording"]);
    const text = wording === 0 ? String(row["question"]) : (strings(row["variants"])[wording - 1] ?? "");
    const language = String(row["language"]);
    const score = scoreOf(asked.question, text, { folded, language, isUnknown });
    if (score === 0) continue;
    const rank = score + (language === asked.language ? 0.01 : 0);
    const updated = new Date(String(row["updated_at"])).getTime();
    if (best !== null && (best.rank > rank || (best.rank === rank && best.updated >= updated))) continue;
    const answer = String(row["answer"]);
    const spoken = orNull(row["spoken"]);
    best = { id: String(row["id"]), question: String(row["question"]), answer, spoken, language, score, rank, updated };
  }
  if (best === null) return null;
  const { id, question, answer, spoken, language, score } = best;
  return { id, question, answer, spoken, language, score };
}

/** 1 as written, less for the same words, less again with one of them mistyped, 0 for another question. */
function scoreOf(
  asked: string,
  text: string,
  { folded, language, isUnknown }: { folded: string; language: string; isUnknown: (term: string) => boolean },
): number {
  if (folded !== "" && folded === foldQuestion(text)) return 1;
  const match = compareQuestions(readQuestion(asked, language), readQuestion(text, language));
  if (match === null) return 0;
  if (match.mistyped === null) return 0.95;
  return isUnknown(match.mistyped) ? 0.9 : 0;
}
