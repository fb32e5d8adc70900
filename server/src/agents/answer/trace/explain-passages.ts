import type { TracePassage } from "@parley/contracts";
import type { z } from "zod";
import type { traceQuestion } from "@parley/contracts";
import type { TermReader } from "../extract/read-terms.ts";
import type { Retrieved } from "../reply.ts";

/** A question as it was understood, and how sure the knowledge is of it. */
export function questionOf({ question, extract }: Retrieved, line: number): z.infer<typeof traceQuestion> {
  const odds = extract.confidence;
  return {
    text: question.text,
    query: question.query,
    kinds: [...question.kinds],
    confidence: Number.isFinite(odds) ? share(odds + line) : null,
    line: share(line),
  };
}

/** The passages that were found for one question, with the words that found them. */
export function passagesOf(
  { question, outcome, extract }: Retrieved,
  about: { question: number; used: ReadonlySet<number>; terms: TermReader },
): TracePassage[] {
  const answers = new Set(extract.segments.map(({ passage }) => passage.chunk));
  return outcome.passages.map((passage) => {
    const asked = wordsByTerm(question.query, passage.language, about.terms);
    const holds = new Set(
      about.terms.read(`${passage.title} ${passage.headings.join(" ")} ${passage.text}`, passage.language),
    );
    const matched = outcome.terms
      .filter(({ term }) => asked.has(term) && holds.has(term))
      .map(({ term, passages }) => ({ term: asked.get(term) ?? term, weight: rarity(passages, outcome.indexSize) }))
      .sort((one, other) => other.weight - one.weight);
    const { documentId, title, url, headings, text, score, chunk } = passage;
    const used = about.used.size > 0 ? about.used.has(chunk) : answers.has(chunk);
    return { question: about.question, documentId, title, url, headings, text, score, matched, used };
  });
}

/** The terms of a question, each with the word that it comes from: people know no stems. */
function wordsByTerm(query: string, language: string, terms: TermReader): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of query.split(/[\s,;:.!?()"“”]+/u))
    for (const term of terms.read(word, language)) words.set(term, words.get(term) ?? word);
  for (const term of terms.read(query, language)) words.set(term, words.get(term) ?? term);
  return words;
}

/** How much a word tells: the rarer in the index, the more. */
function rarity(passages: number, indexSize: number): number {
  return Math.round(Math.log(1 + (indexSize - passages + 0.5) / (passages + 0.5)) * 100) / 100;
}

/** Log odds as a share of 1. */
function share(odds: number): number {
  return Math.round((1 / (1 + Math.exp(-odds))) * 1_000) / 1_000;
}
