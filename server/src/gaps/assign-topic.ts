/**
 * Which topic a question belongs to, from its words alone. A question joins the topic that it shares most of its
 * telling words with, or begins one; nothing that was put somewhere is ever moved, so that topics stay what they are.
 */
import { analyse, analyseTitle } from "../knowledge/index.ts";

export interface TopicWords {
  id: string;
  /** Its questions. */
  size: number;
  /** How many of them hold a term. */
  terms: ReadonlyMap<string, number>;
}

/** How much telling weight the two have in common, from 0 to 1, for the question to belong there. */
export const TOGETHER = 0.38;
const MOST_TERMS = 24;

/** The different telling words of a question, stemmed; its small ones where it has no others. */
export function questionTerms(text: string, language: string): string[] {
  const own = analyse(text, language);
  const terms = own.length > 0 ? own : analyseTitle(text, language);
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** How much a term tells: the fewer topics hold it, the more; most of all one that the two do not share. */
export type Weigh = (term: string) => number;

export function weighBy(topics: number, holding: ReadonlyMap<string, number>): Weigh {
  return (term) => Math.log(1 + (topics + 1) / ((holding.get(term) ?? 0) + 0.5));
}

/** The topic that fits best, the older one of two that fit alike; undefined: a topic of its own. */
export function chooseTopic(terms: readonly string[], topics: readonly TopicWords[], weigh: Weigh): string | undefined {
  let best: { id: string; likeness: number } | undefined;
  for (const topic of topics) {
    const likeness = likenessOf(terms, topic, weigh);
    const better = best === undefined || likeness > best.likeness || (likeness === best.likeness && topic.id < best.id);
    if (likeness >= TOGETHER && better) best = { id: topic.id, likeness };
  }
  return best?.id;
}

/** The cosine between the question and the middle of the topic. */
export function likenessOf(terms: readonly string[], topic: TopicWords, weigh: Weigh): number {
  let both = 0;
  let own = 0;
  for (const term of terms) {
    const weight = weigh(term);
    own += weight ** 2;
    both += weight ** 2 * ((topic.terms.get(term) ?? 0) / topic.size);
  }
  let theirs = 0;
  for (const [term, count] of topic.terms) theirs += (weigh(term) * (count / topic.size)) ** 2;
  return own === 0 || theirs === 0 ? 0 : both / Math.sqrt(own * theirs);
}

/** The question that is nearest to all of its topic; the first of two that are equally near. */
export function mostCentral(questions: readonly { id: string; terms: readonly string[] }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { terms } of questions) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const topic = { id: "", size: Math.max(1, questions.length), terms: counts };
  let best: { id: string; likeness: number } | undefined;
  for (const { id, terms } of questions) {
    const likeness = likenessOf(terms, topic, () => 1);
    if (best === undefined || likeness > best.likeness + 1e-9) best = { id, likeness };
  }
  return best?.id;
}
