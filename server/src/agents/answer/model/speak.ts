import type { Citation } from "@parley/contracts";
import type { Passage } from "../../../knowledge/index.ts";
import type { LanguageTexts } from "../../texts/types.ts";
import type { Citer } from "../cite.ts";
import { type Evidence, type GroundKit, isSupported } from "../ground/ground.ts";
import type { DraftPart } from "../guard-parts.ts";
import { plainText } from "../plain-text.ts";
import type { HeldSentence } from "./hold-sentences.ts";
import type { Trace } from "../trace/trace.ts";
import { NO_ANSWER } from "./write-prompt.ts";

export interface Speaker {
  /** What may be sent of these sentences: supported ones, each with its sources. */
  say(sentences: readonly HeldSentence[]): DraftPart[];
  /** What is to be added at the end: a source, where none was named. */
  close(): DraftPart[];
  readonly said: SpokenSoFar;
}

export interface SpokenSoFar {
  sentences: number;
  cited: number;
  /** Sentences that were not sent, for what they held or that no passage holds. */
  cut: number;
  /** The model says that the passages do not hold the answer. */
  declined: boolean;
  /** All that was said is one question back. */
  asksBack: boolean;
  passages: Set<number>;
}

export interface SpeakerDeps {
  evidence: Evidence;
  citer: Citer;
  texts: LanguageTexts;
  kit: GroundKit;
  trace?: Trace | undefined;
}

/** Checks a model's sentences one by one, so that what cannot be proved is never sent. */
export function createSpeaker({ evidence, citer, texts, kit, trace }: SpeakerDeps): Speaker {
  const said: SpokenSoFar = { sentences: 0, cited: 0, cut: 0, declined: false, asksBack: false, passages: new Set() };
  let waiting: HeldSentence | null = null;
  let uncited = "";
  /** The sentence sent last; empty when the one after it was cut, whose marks are nobody's. */
  let last = "";

  const cite = (sentence: string, numbers: readonly number[]): DraftPart[] => {
    const citations: Citation[] = [];
    for (const passage of proofs(sentence, numbers, { evidence, texts, kit })) {
      const citation = citer.cite(passage, closestQuote(passage, sentence, kit));
      said.passages.add(passage.chunk);
      if (!citations.some(({ number }) => number === citation.number)) citations.push(citation);
    }
    said.cited += citations.length;
    return citations.map((citation) => ({ type: "citation", citation }));
  };
  const send = ({ before, text, sources }: HeldSentence): DraftPart[] => {
    const parts: DraftPart[] = [
      { type: "text-delta", text: said.sentences === 0 ? text : (before === "" ? " " : before) + text },
    ];
    said.asksBack = said.sentences === 0 && isQuestion(text) && sources.length === 0;
    said.sentences += 1;
    last = text;
    uncited = sources.length > 0 ? "" : `${uncited} ${text}`;
    return sources.length > 0 ? [...parts, ...cite(text, sources)] : parts;
  };
  const judge = (sentence: HeldSentence): DraftPart[] => {
    if (sentence.text.includes(NO_ANSWER)) {
      said.declined = true;
      return [];
    }
    // A mark that came after its sentence was sent.
    if (sentence.text === "") return last === "" || sentence.sources.length === 0 ? [] : cite(last, sentence.sources);
    const exempt = isQuestion(sentence.text) || isOffer(sentence.text, texts);
    if (!isSupported(sentence.text, evidence, { language: texts.code, exempt, kit })) {
      said.cut += 1;
      trace?.cut(sentence.text);
      last = "";
      return [];
    }
    // A line that leads in a list stands only if something of the list does.
    const lead = waiting;
    waiting = null;
    if (/[:：]$/u.test(sentence.text) && !isItem(sentence.text)) {
      waiting = sentence;
      return [];
    }
    return [...(lead === null ? [] : send(lead)), ...send(sentence)];
  };
  return {
    said,
    say: (sentences) => sentences.flatMap(judge),
    close: () => (said.cited > 0 || said.sentences === 0 || said.asksBack ? [] : cite(uncited, [])),
  };
}

/** The sources that a sentence names, as far as they hold it; else the passage that holds most of it. */
function proofs(
  sentence: string,
  numbers: readonly number[],
  { evidence, texts, kit }: Pick<SpeakerDeps, "evidence" | "texts" | "kit">,
): Passage[] {
  const named = numbers.flatMap((number) => evidence.passages[number - 1] ?? []);
  const overlap = evidence.passages.map(({ passage, whole }) => ({
    passage,
    share: kit.terms.read(sentence, passage.language || texts.code).filter((term) => whole.allTerms().has(term)).length,
  }));
  const shareOf = (passage: Passage) => overlap.find((one) => one.passage === passage)?.share ?? 0;
  const best = overlap.reduce((one, other) => (other.share > one.share ? other : one), {
    passage: evidence.passages[0]?.passage,
    share: 0,
  });
  const holding = named.map(({ passage }) => passage).filter((passage) => shareOf(passage) * 2 >= best.share);
  if (holding.length > 0) return holding;
  if (best.passage !== undefined && best.share > 0) return [best.passage];
  return named.slice(0, 1).map(({ passage }) => passage);
}

/** The unit of a passage that shares most with a sentence: what the page is opened at. */
export function closestQuote(passage: Passage, sentence: string, kit: GroundKit): string {
  const wanted = new Set(kit.terms.read(sentence, passage.language));
  const { units, terms } = kit.readWhole(passage);
  let best = { quote: "", shared: -1 };
  for (const [at, { quote }] of units.entries()) {
    const shared = new Set(terms[at]?.filter((term) => wanted.has(term))).size;
    if (shared > best.shared) best = { quote, shared };
  }
  return best.quote;
}

function isQuestion(text: string): boolean {
  return /[?？؟;]["'”’»)]*$/u.test(plainText(text)) && !text.endsWith(";");
}

function isItem(text: string): boolean {
  return /^(?:[-*•]|\d{1,3}[.)])\s/u.test(text);
}

function isOffer(text: string, { lexicon }: LanguageTexts): boolean {
  const plain = text.toLowerCase();
  return lexicon.offers.some((offer) => plain.includes(offer));
}
