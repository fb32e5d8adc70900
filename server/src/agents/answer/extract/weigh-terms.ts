import type { SearchOutcome } from "../../../knowledge/index.ts";

export interface QuestionTerms {
  /** How much each term tells: BM25's inverse document frequency. */
  weights: ReadonlyMap<string, number>;
  /** In the order asked, repeated terms once. */
  order: readonly string[];
  /** Terms that no passage holds. */
  missing: ReadonlySet<string>;
  total: number;
  /** Terms that stand in for one that was asked: the right spelling of a mistyped word, a synonym. */
  aliases: ReadonlyMap<string, string>;
}

/** How a question is put, apart from what it is about. */
export interface Wording {
  /** Terms that count only where a passage holds them. */
  light: ReadonlySet<string>;
  /** Terms that count little, as they stand for what is asked: "long" in "how long". */
  faint: ReadonlySet<string>;
  /** Terms that the visitor did not say again: they tell what the question is about, the others what it asks. */
  carried: ReadonlySet<string>;
  aliases: ReadonlyMap<string, string>;
}

/** What each term of a question weighs in this index. `terms` are the question's, as the analyser gives them. */
export function weighTerms(terms: readonly string[], outcome: SearchOutcome, wording = PLAIN): QuestionTerms {
  const counts = new Map(outcome.terms.map(({ term, passages }) => [term, passages]));
  for (const [alias, term] of wording.aliases)
    counts.set(term, Math.max(counts.get(term) ?? 0, counts.get(alias) ?? 0));
  const weights = new Map<string, number>();
  const missing = new Set<string>();
  let total = 0;
  for (const term of terms) {
    // What the search did not look for is a word that only asks, or one more of too many.
    if (weights.has(term) || !counts.has(term)) continue;
    const passages = counts.get(term) ?? 0;
    if (passages === 0 && wording.light.has(term)) continue;
    const rarity = Math.log(1 + (Math.max(outcome.indexSize, passages) - passages + 0.5) / (passages + 0.5));
    const weight = rarity * (wording.faint.has(term) ? FAINT : 1) * (wording.carried.has(term) ? CARRIED : 1);
    weights.set(term, weight);
    total += weight;
    if (passages === 0) missing.add(term);
  }
  return { weights, order: [...weights.keys()], missing, total, aliases: wording.aliases };
}

/** What the search looked for in the place of a word of the question, or beside it. */
export function aliasesIn(
  { substitutions = [] }: SearchOutcome,
  read: (text: string) => readonly string[],
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const { word, instead } of substitutions) {
    const [asked] = read(word);
    if (asked !== undefined) for (const term of read(instead)) if (term !== asked) aliases.set(term, asked);
  }
  return aliases;
}

const PLAIN: Wording = { light: new Set(), faint: new Set(), carried: new Set(), aliases: new Map() };
const FAINT = 0.3;
const CARRIED = 0.3;
