import type { QuestionTerms } from "./weigh-terms.ts";

/** Which terms of a question a text holds, each once. */
export function heldOf(terms: readonly string[], asked: QuestionTerms): ReadonlySet<string> {
  const held = new Set<string>();
  for (const term of terms) {
    if (asked.weights.has(term)) held.add(term);
    else if (asked.aliases.size > 0) {
      const meant = asked.aliases.get(term);
      if (meant !== undefined && asked.weights.has(meant)) held.add(meant);
    }
  }
  return held;
}

export function share(held: ReadonlySet<string>, asked: QuestionTerms): number {
  if (asked.total === 0) return 0;
  let sum = 0;
  for (const term of held) sum += asked.weights.get(term) ?? 0;
  return sum / asked.total;
}

export function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

export function without(terms: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  if (terms.size === 0 || others.size === 0) return terms;
  const rest = new Set<string>();
  for (const term of terms) if (!others.has(term)) rest.add(term);
  return rest;
}

/** How much of the question stands together here as it was asked, 0 to 1. */
export function adjacency(terms: readonly string[], asked: QuestionTerms): number {
  let together = 0;
  for (let at = 0; at + 1 < asked.order.length; at += 1) {
    const [one, other] = [asked.order[at] ?? "", asked.order[at + 1] ?? ""];
    for (let place = terms.indexOf(one); place >= 0; place = terms.indexOf(one, place + 1)) {
      if (terms[place + 1] !== other && terms[place + 2] !== other && terms[place - 1] !== other) continue;
      together += Math.min(asked.weights.get(one) ?? 0, asked.weights.get(other) ?? 0);
      break;
    }
  }
  return asked.total > 0 ? together / asked.total : 0;
}

/** Own count, as the search's scores hold more than BM25 and the index's mean length is not known here. */
export function strengthOf(words: readonly (readonly string[])[], asked: QuestionTerms): number {
  const counts = new Map<string, number>();
  let length = 0;
  for (const terms of words) {
    length += terms.length;
    for (const term of terms) if (asked.weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  let sum = 0;
  for (const [term, count] of counts)
    sum += ((asked.weights.get(term) ?? 0) * count) / (count + 0.3 + (0.9 * length) / USUAL_LENGTH);
  return asked.total > 0 ? sum / asked.total : 0;
}

/** Terms of a passage, about. */
const USUAL_LENGTH = 80;
