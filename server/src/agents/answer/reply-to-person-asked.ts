import type { LanguageTexts } from "../texts/types.ts";
import type { AskKind } from "../texts/types.ts";
import { fill, textsOf } from "../texts/texts.ts";
import { isOpen, nextOpening } from "../behaviour/open-hours.ts";
import type { Turn } from "../types.ts";
import { createCiter } from "./cite.ts";
import { countWords } from "./extract/count-words.ts";
import { type RankedUnit, rankUnits } from "./extract/rank-units.ts";
import { contactsSet, listContacts } from "./own/own-answer.ts";
import type { Draft, ReplyKit } from "./reply.ts";
import { weighTerms } from "./extract/weigh-terms.ts";

/** A person was asked for: says that none can be fetched here, and how the site says people are reached. */
export async function* replyToPersonAsked(
  turn: Turn,
  texts: LanguageTexts,
  { signal, kit }: { signal: AbortSignal; kit: ReplyKit },
): Draft {
  yield { type: "text-delta", text: aboutPeople(turn, texts, kit.clock.now()) };
  const set = contactsSet(turn.agent.behaviour?.facts, texts.code);
  if (set.length > 0) {
    yield { type: "text-delta", text: `\n\n${texts.phrases.contact}` };
    yield* listContacts(set, createCiter());
    return yield { type: "end", reason: "person-asked", suggestions: [] };
  }
  const { lexicon } = textsOf(turn.agent.language);
  const query = [
    lexicon.contact,
    ...(lexicon.asks.email ?? []).slice(0, 2),
    ...(lexicon.asks.phone ?? []).slice(0, 2),
  ].join(" ");
  const { scope, agent, filter } = turn;
  const outcome = await kit.search(scope, { agentId: agent.id, query, limit: kit.limits.passages, filter, signal });
  const kinds: AskKind[] = ["phone"];
  const terms = (language: string) => weighTerms(kit.readers.terms.read(query, language), outcome);
  const ranked = rankUnits({ query, kinds, asking: [], terms }, outcome.passages.map(kit.withoutOrders), kit.readers);
  const facts = pickFacts(ranked, kit);
  const citer = createCiter();
  if (facts.length > 0) yield { type: "text-delta", text: `\n\n${texts.phrases.contact}` };
  for (const { unit, passage } of facts) {
    yield { type: "text-delta", text: `\n- ${unit.text}` };
    yield { type: "citation", citation: citer.cite(passage, unit.quote) };
  }
  yield { type: "end", reason: "person-asked", suggestions: [] };
}

/** Outside the hours, when somebody is there again. */
function aboutPeople({ agent }: Turn, texts: LanguageTexts, now: number): string {
  const { hours } = agent.behaviour ?? {};
  if (hours === undefined || isOpen(hours, now)) return texts.phrases.person;
  const time = nextOpening(hours, now, texts.code);
  if (time === null) return texts.phrases.person;
  return fill(texts.phrases.away, { time });
}

/** Short lines that hold an address or a number to reach people at, none twice. */
function pickFacts(ranked: readonly RankedUnit[], { readers }: ReplyKit): RankedUnit[] {
  const facts: RankedUnit[] = [];
  for (const one of ranked) {
    const { text, kind } = one.unit;
    if (kind === "code" || countWords(text) > LONGEST || facts.some(({ unit }) => unit.text === text)) continue;
    if (readers.holdsFact("email", text) !== true && !PHONE_LINE.test(text)) continue;
    facts.push(one);
    if (facts.length === MOST) break;
  }
  return facts;
}

const MOST = 3;
const LONGEST = 30;
const PHONE_LINE = /\+\d[\d\s().-]{6,}\d|\(\d{2,5}\)\s?\d[\d\s-]{4,}|(?<!\d)\d{3}[-.\s]\d{3}[-.\s]\d{4}(?!\d)/u;
