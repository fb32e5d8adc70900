import type { SearchOutcome } from "../../../knowledge/index.ts";
import { textsOf } from "../../texts/texts.ts";
import type { AskKind } from "../../texts/types.ts";
import type { Extract } from "../extract/answer-from-passages.ts";
import { countWords } from "../extract/count-words.ts";
import { type PickLimits, pickUnits } from "../extract/pick-units.ts";
import { type RankedUnit, rankUnits, type Readers } from "../extract/rank-units.ts";
import { weighTerms } from "../extract/weigh-terms.ts";
import { factWordsOf } from "../own/fact-words.ts";
import type { AskedQuestion } from "../understand/understand.ts";
import { holdsAddress, holdsContact, holdsHours, holdsNumber } from "./fact-proofs.ts";
import { type Heading, readHeading } from "./read-heading.ts";
import { holdsWord } from "./match-words.ts";
import { quotePrices } from "./quote-prices.ts";
import { asking } from "./read-topic.ts";
import { type TopicKind, topicWordsOf } from "./topic-words.ts";

/** What a question asks that names nothing: what almost any business is asked. */
export type PlainAsk = TopicKind | "hours" | "address" | "contact";

interface Asked {
  question: AskedQuestion;
  plain: PlainAsk;
  /** The visitor's. */
  language: string;
  outcome: SearchOutcome;
  /** What the words alone would answer. */
  usual: Extract;
}

/**
 * The answer to a question of one word that tells. A page that holds this word mostly speaks of something else ("It
 * pays to be patient"), so a sentence counts only where it shows that it is about what was asked.
 */
export function answerPlainAsk(asked: Asked, { readers, limits }: { readers: Readers; limits: PickLimits }): Extract {
  const { question, plain, outcome, usual, language } = asked;
  const terms = (of: string) => weighTerms(readers.terms.read(question.query, of), outcome);
  const all = rankUnits({ ...question, terms }, outcome.passages, readers).filter(({ unit }) => unit.kind !== "code");
  if (isAskedOnPage(usual, question, readers)) return usual;
  if (plain === "price") return sure(quotePrices(all, { limits, language }));
  const weighed = all.map((unit) => ({ unit, proof: proofOf(unit, plain, asksReturn(question.text, language)) }));
  const proven = weighed.filter(({ proof }) => proof > 0);
  if (proven.length === 0) return NOTHING;
  const ranked = weighed
    .map(({ unit, proof }) => ({ ...unit, score: scoreOf(unit, proof) }))
    .sort((one, other) => other.score - one.score);
  return sure({ ranked, segments: pickUnits(ranked, limits, kindsOf(plain, question.kinds)) });
}

/** A section that is about nothing else is read from its beginning; elsewhere the sentence that says most comes first. */
function scoreOf(unit: RankedUnit, proof: number): number {
  if (proof === 0) return unit.score / 2 - UNPROVEN;
  return proof >= WHOLLY ? WHOLLY * STEP * 2 - unit.rank - unit.place / 2 : unit.score / 2 + proof * STEP;
}

/** A page that asks the very question answers it, if only by "No." */
function isAskedOnPage({ ranked, confidence }: Extract, { query }: AskedQuestion, { terms }: Readers): boolean {
  const [top] = ranked;
  if (top === undefined || confidence < 0 || top.unit.kind === "code") return false;
  const { text } = readHeading(top);
  const { language } = top.passage;
  const asked = new Set(terms.read(text, language));
  return QUESTION.test(text) && terms.read(query, language).every((term) => asked.has(term));
}

/** Words under which a site may hold the answer, in the visitor's language and its own. */
export function wordsFor(plain: PlainAsk, languages: readonly string[]): string {
  return [...new Set(languages.map((language) => wordsIn(plain, language)))].join(" ");
}

function wordsIn(plain: PlainAsk, language: string): string {
  const { lexicon } = textsOf(language);
  if (plain === "hours") return factWordsOf(language).hours.slice(0, MOST_WORDS).join(" ");
  if (plain === "address")
    return [...(lexicon.asks.address ?? []).slice(0, MOST_WORDS), lexicon.contact, PLACES].join(" ");
  if (plain === "contact") return lexicon.contact;
  const words = topicWordsOf(language);
  if (words === undefined) return "";
  const beside = plain === "pay" ? words.means : "";
  return `${asking(plain, words)},${beside}`.split(",").slice(0, MOST_WORDS).join(" ");
}

/** 0: it does not show that it is about what was asked; 2: it does; more: its heading says so too. */
function proofOf({ unit, passage }: RankedUnit, plain: Exclude<PlainAsk, "price">, withReturns: boolean): number {
  const { language } = passage;
  const { text } = unit;
  const heading = readHeading({ unit, passage });
  if (plain === "hours") {
    const says = holdsWord(factWordsOf(language).hours.join(","), language);
    const isHeaded = says(heading.text);
    if (!holdsHours(text) && !(isHeaded && holdsNumber(text))) return 0;
    if (isHeaded) return 3;
    const isOfAll = isStart(passage.url) || WE.test(text) || [passage.title, ...passage.headings].some(says);
    return says(text) && (isOfAll || passage.url === null) ? 2 : 0;
  }
  if (plain === "address" || plain === "contact") {
    if (plain === "address" ? !holdsAddress(text) : !holdsContact(text)) return 0;
    const { contact, asks } = textsOf(language).lexicon;
    const says = holdsWord([...contact.split(" "), ...(asks.address ?? []), ...FINDING].join(","), language);
    return isStart(passage.url) || [heading.text, passage.title, ...passage.headings].some(says) ? 2 : 0;
  }
  return topicProof(text, heading, { plain, language, withReturns });
}

function topicProof(
  text: string,
  heading: Heading,
  { plain, language, withReturns }: { plain: Exclude<TopicKind, "price">; language: string; withReturns: boolean },
): number {
  const all = topicWordsOf(language);
  if (all === undefined) return 0;
  const { returns = "", ...rest } = all;
  const words = withReturns ? { ...rest, cancel: `${rest.cancel},${returns}` } : rest;
  const says = holdsWord(words[plain], language)(text);
  const isHeaded = holdsWord(asking(plain, words), language)(heading.text);
  const isWhole = isHeaded && heading.isAbout(asking(plain, words), words.beside);
  const by = { pay: words.means, book: words.ways, cancel: words.rules }[plain];
  const tells =
    holdsWord(by, language)(text) ||
    (plain === "pay" && MEANS.test(text)) ||
    (plain === "book" && holdsContact(text)) ||
    (plain === "cancel" && /\p{N}/u.test(text));
  if (isWhole) return tells || says ? WHOLLY : countWords(text) < FEW_WORDS ? 0 : 2;
  if (isHeaded && tells) return 3;
  return says && tells ? 2 : 0;
}

function isStart(url: string | null): boolean {
  return url !== null && /^\/(?:index\.[a-z]+)?$/u.test(new URL(url).pathname);
}

/** "Can I cancel?" is not answered by how a thing is given back. */
function asksReturn(question: string, language: string): boolean {
  const returns = topicWordsOf(language)?.returns;
  return returns === undefined || holdsWord(returns, language)(question);
}

function kindsOf(plain: PlainAsk, kinds: readonly AskKind[]): readonly AskKind[] {
  return plain === "address" ? ["address"] : kinds.filter((kind) => kind !== "list");
}

function sure({ ranked, segments }: Omit<Extract, "confidence">): Extract {
  return segments.length === 0 ? NOTHING : { confidence: SURE, ranked, segments };
}

const NOTHING: Extract = { confidence: -Infinity, ranked: [], segments: [] };
const SURE = 2;
/** Fewer words under a heading are the label of a button. */
const FEW_WORDS = 5;
const QUESTION = /[?？؟;]\s*$/u;
/** What pages are called that say where a business is. */
const FINDING =
  "find us,visit,location,getting here,how to find,where we,where to,imprint,impressum,anfahrt,standort,so finden,besuch,ubicación,dónde,nous trouver,accès,où ,dove,come arrivare,onde,localização,waar,bezoek,route,gdzie,dojazd,unde,где ,проезд,де ми,як дістатися,アクセス,所在地,오시는 길,위치,地址,位置,موقع,العنوان,איפה,הגעה,ulaşım,neredeyiz,địa chỉ,ที่ตั้ง,แผนที่,पता,πού ,about us,über uns".split(
    ",",
  );
/** Who speaks of the whole business, and not of one room of it. */
const WE =
  /(?<![\p{L}])(?:we|our|wir|unser\p{L}*|nous|notre|nos|abrimos|nuestr\p{L}*|noi|nostr\p{L}*|noss[ao]s?|wij|onze|nasz\p{L}*|мы|наш\p{L}*|ми|μας|biz|chúng tôi)(?![\p{L}])|我们|我們|本店|当店|저희|우리|เรา|हम|نحن|אנחנו/iu;
/** More than what else tells one sentence from another. */
const STEP = 4;
const WHOLLY = 4;
const UNPROVEN = 20;
/** Headings that the words of asking do not hold. */
const PLACES = "find visit location directions";
const MOST_WORDS = 12;
/** Names of means of payment that are the same everywhere. */
const MEANS =
  /\b(?:visa|master ?card|maestro|amex|american express|paypal|apple pay|google pay|klarna|sepa|twint|ideal|bancontact|bizum|blik|stripe|iban|pix|upi|swish|vipps)\b|支付宝|微信支付|alipay|wechat/iu;
