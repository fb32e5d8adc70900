import type { AskKind, LanguageTexts, Lexicon } from "../../texts/types.ts";
import type { HistoryMessage } from "../../types.ts";
import type { ReadAsk } from "./ask-kind.ts";
import type { Analyse } from "../extract/read-terms.ts";

export interface Resolved {
  /** What is searched for: the question with what it leaves unsaid. */
  query: string;
  kinds: readonly AskKind[];
  /** The words that ask for the first of the kinds. */
  asking: readonly string[];
  followUp: boolean;
  /** The question by itself, where it may be whole as it is: what finds more is kept. Null where it surely goes on. */
  alone: Resolved | null;
}

export interface ResolveKit {
  analyse: Analyse;
  readAsk: ReadAsk;
}

/** Completes a question that goes on from those before it; leaves one that stands by itself as it is. */
export function resolveFollowUp(
  question: string,
  { history, texts }: { history: readonly HistoryMessage[]; texts: LanguageTexts },
  kit: ResolveKit,
): Resolved {
  const kinds = kit.readAsk(question, texts.code);
  const before = lastAsked(history);
  const alone = standAlone(question, kinds, { texts, kit });
  const whole = alone.complete && !points(question, texts.lexicon);
  if (before !== null && isChoice(question, { kinds, before, texts, kit })) {
    const choice = withoutFiller(question, texts);
    const earlier = resolveFollowUp(before.question, { history: before.history, texts }, kit);
    return { ...earlier, query: `${choice} ${earlier.query}`, followUp: true, alone: null };
  }
  const going = before === null || whole ? "no" : goesOn(question, texts, kit);
  if (before === null || going === "no") return alone.resolved;
  const earlier = resolveFollowUp(before.question, { history: before.history, texts }, kit);
  const topic = topicOf(earlier, kinds, { texts, kit });
  const known = new Set(kit.analyse(`${question} ${topic}`, texts.code));
  const title = before.title === null ? "" : newWords(before.title, known, { texts, kit });
  const query = [question, topic, points(question, texts.lexicon) ? title : ""].filter((part) => part !== "").join(" ");
  const asked = kinds.length > 0 ? kinds : earlier.kinds;
  return {
    query,
    kinds: asked,
    asking: kit.readAsk.words(asked[0], texts.code),
    followUp: true,
    alone: going === "perhaps" ? alone.resolved : null,
  };
}

/** `complete`: it says all by itself, though no word of it tells: "Where are you?" asks for the address. */
function standAlone(
  question: string,
  kinds: readonly AskKind[],
  { texts, kit }: { texts: LanguageTexts; kit: ResolveKit },
): { resolved: Resolved; complete: boolean } {
  const asking = kit.readAsk.words(kinds[0], texts.code);
  const known = new Set(kit.analyse(asking.join(" "), texts.code));
  const complete = kinds[0] === "address" && kit.analyse(question, texts.code).every((term) => known.has(term));
  const query = complete ? (asking[0] ?? question) : question;
  return { resolved: { query, kinds, asking, followUp: false, alone: null }, complete };
}

interface Asked {
  question: string;
  history: readonly HistoryMessage[];
  /** Of the page that was cited first for it. */
  title: string | null;
  /** It was answered with a question: what comes next may be the choice. */
  isAskedBack: boolean;
}

function lastAsked(history: readonly HistoryMessage[]): Asked | null {
  const recent = history.slice(-REACH);
  for (let at = recent.length - 1; at >= 0; at -= 1) {
    const message = recent[at];
    if (message?.role !== "visitor") continue;
    const reply = recent[at + 1];
    // What the site does not know, it cannot be asked more about.
    if (reply?.role === "agent" && NO_TOPIC.has(reply.reason)) continue;
    return {
      question: message.text.slice(0, LONGEST),
      history: recent.slice(0, at),
      title: reply?.citedTitles[0] ?? null,
      isAskedBack: reply?.role === "agent" && asksBack(reply),
    };
  }
  return null;
}

/** What is tried out comes without what became of it. */
function asksBack({ reason, text }: HistoryMessage): boolean {
  return reason === "clarify" || (reason === null && /[?？؟;]\s*$/u.test(text));
}

/** Whether a message does nothing but choose among what was asked back: "The café, please". */
function isChoice(
  message: string,
  { kinds, before, texts, kit }: { kinds: readonly AskKind[]; before: Asked; texts: LanguageTexts; kit: ResolveKit },
): boolean {
  if (!before.isAskedBack || kinds.length > 0 || kit.analyse(before.question, texts.code).length === 0) return false;
  const said = kit.analyse(message, texts.code).length;
  return said > 0 && said <= MOST_CHOSEN;
}

function withoutFiller(message: string, { lexicon }: LanguageTexts): string {
  const filler = new Set(lexicon.filler.split(" "));
  return wordsOf(message)
    .filter((word) => !filler.has(word))
    .join(" ");
}

/** Whether a question leaves something unsaid that the one before it has said: "perhaps" where it may be whole. */
function goesOn(question: string, texts: LanguageTexts, kit: ResolveKit): "yes" | "perhaps" | "no" {
  const { lexicon } = texts;
  const words = wordsOf(question);
  const spaced = !UNSPACED.has(texts.code);
  const content = kit.analyse(question, texts.code).length;
  if (content > MOST_CONTENT) return "no";
  if (content === 0) return "yes";
  if (points(question, lexicon)) return content <= SURE_CONTENT ? "yes" : "perhaps";
  const plain = words.join(" ");
  const opening = lexicon.goesOn.find((phrase) =>
    spaced ? plain === phrase || plain.startsWith(`${phrase} `) : question.trim().startsWith(phrase),
  );
  if (opening !== undefined) {
    const most = asksFully(plain.slice(opening.length).trim(), lexicon) ? 1 : 3;
    if (content > most) return "no";
    return asksFully(plain, lexicon) ? "perhaps" : "yes";
  }
  // "On Sundays?", "For children": a piece of a sentence that begins with a small word and asks nothing itself.
  const first = words[0] ?? "";
  const isPiece =
    spaced &&
    words.length <= 4 &&
    lexicon.common.split(" ").includes(first) &&
    !lexicon.openers.split(" ").includes(first);
  const isShort = content <= (spaced ? FEW_CONTENT : MOST_CONTENT);
  return isPiece || (isShort && SHORT_ASKS.has(kit.readAsk(question, texts.code)[0] ?? "")) ? "perhaps" : "no";
}

/** "and where is the pool" asks a whole question of its own; "and on Sundays" does not. */
function asksFully(rest: string, lexicon: Lexicon): boolean {
  const words = rest.split(" ");
  return words.length >= 3 && lexicon.openers.split(" ").includes(words[0] ?? "");
}

function points(question: string, lexicon: Lexicon): boolean {
  let plain = ` ${wordsOf(withoutFormal(question)).join(" ")} `;
  for (const phrase of lexicon.notPointing) plain = plain.replace(` ${phrase} `, " ");
  return lexicon.pointing
    .split(" ")
    .some((word) => (UNSPACED_SIGN.test(word) ? plain.includes(word) : plain.includes(` ${word} `)));
}

/** Without the capital words inside a sentence: "Wann haben Sie auf?" speaks to somebody, "wann haben sie auf?" of them. */
function withoutFormal(question: string): string {
  const [first = "", ...others] = question.trim().split(/\s+/u);
  const small = others.filter((word) => !/^\p{Lu}/u.test(word));
  return small.length === 0 ? question : [first, ...small].join(" ");
}

/** What an earlier question was about; without what it asked of that, when something else is asked now. */
function topicOf(
  earlier: Resolved,
  kinds: readonly AskKind[],
  { texts, kit }: { texts: LanguageTexts; kit: ResolveKit },
): string {
  if (kinds.length === 0 || UNSPACED.has(texts.code)) return earlier.query;
  const asking = new Set(kit.analyse(Object.values(texts.lexicon.asks).flat().join(" "), texts.code));
  const words = earlier.query.split(/\s+/u).filter((word) => {
    const terms = kit.analyse(word, texts.code);
    return terms.length > 0 && !terms.every((term) => asking.has(term));
  });
  return words.join(" ").replace(/[?!.]+(?=\s|$)/gu, "");
}

function newWords(
  title: string,
  known: ReadonlySet<string>,
  { texts, kit }: { texts: LanguageTexts; kit: ResolveKit },
): string {
  const own = title.split(/\s[|\u2013\u2014\u00b7:-]\s/u, 1)[0] ?? "";
  const words = own.split(/\s+/u).filter((word) => !kit.analyse(word, texts.code).every((term) => known.has(term)));
  return words.slice(0, 6).join(" ");
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/’/gu, "'")
      .match(/[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  );
}

const UNSPACED = new Set(["zh", "ja", "th"]);
const UNSPACED_SIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u;
/** Messages back that a follow-up may lean on. */
const REACH = 8;
const LONGEST = 300;
/** A question that says more than this says what it is about. */
const MOST_CONTENT = 5;
/** One that points back and says no more than this needs what it points at. */
const SURE_CONTENT = 2;
/** One that says so little may be about what was spoken of: "How much are tickets?" */
const FEW_CONTENT = 2;
/** What is chosen is named in no more words. */
const MOST_CHOSEN = 5;
const SHORT_ASKS: ReadonlySet<string> = new Set(["money", "count", "person", "year", "duration", "percent"]);
const NO_TOPIC: ReadonlySet<string | null> = new Set(["small-talk", "person-asked", "unknown"]);
