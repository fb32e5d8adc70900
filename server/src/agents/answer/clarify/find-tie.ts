/** Where a question is answered by several things alike, and says nothing of which: the two opening hours of a library and its café. */
import { analyse } from "../../../knowledge/index.ts";
import type { AskKind } from "../../texts/types.ts";
import type { RankedUnit } from "../extract/rank-units.ts";
import { plainText } from "../plain-text.ts";
import type { Retrieved } from "../reply.ts";
import { WHOLE } from "./clarify-words.ts";

/**
 * What each of the things is called, best first; null where there is no real tie: sections with the same heading on
 * different pages or under different headings, or sections beside each other, that hold other facts of the kind that is
 * asked for, none of them named by the question.
 */
export function findTie({ question, own, extract }: Retrieved, agentName: string): string[] | null {
  const [kind] = question.kinds;
  if (own !== null || question.followUp || kind === undefined || !FACTS.has(kind) || extract.confidence < 0)
    return null;
  const [top] = extract.ranked;
  if (top === undefined || top.fact !== true || !isPlain(top)) return null;
  const rivals = extract.ranked.filter((one) => one.fact === true && isPlain(one) && one.held.size >= top.held.size);
  for (const nameOf of [siblings(top), parallels(top)]) {
    const things = thingsIn(rivals, nameOf);
    if (isTie(things, { question: question.query, agentName, language: top.passage.language }))
      return things.map(({ name }) => name);
  }
  return null;
}

interface Thing {
  name: string;
  unit: RankedUnit;
}

type NameOf = (one: RankedUnit) => string | null;

/** The best sentence of each. */
function thingsIn(rivals: readonly RankedUnit[], nameOf: NameOf): Thing[] {
  const things = new Map<string, Thing>();
  for (const unit of rivals) {
    const name = nameOf(unit);
    if (name !== null && !things.has(keyOf(name))) things.set(keyOf(name), { name, unit });
  }
  return [...things.values()];
}

/** Sections beside each other under one heading, on one page: they are called what they are headed. */
function siblings(top: RankedUnit): NameOf {
  const over = pathOf(top).slice(0, -1).join("\n");
  return (one) => {
    const path = pathOf(one);
    const isBeside = one.passage.documentId === top.passage.documentId && path.length === pathOf(top).length;
    return isBeside && path.length > 0 && path.slice(0, -1).join("\n") === over ? (path.at(-1) ?? null) : null;
  };
}

/** Sections of one heading: they are called what that stands under, or their page. */
function parallels(top: RankedUnit): NameOf {
  const heading = pathOf(top).at(-1);
  return (one) => {
    const path = pathOf(one);
    if (heading === undefined || keyOf(path.at(-1) ?? "") !== keyOf(heading)) return null;
    return path.at(-2) ?? titleOf(one);
  };
}

function isTie(
  things: readonly Thing[],
  { question, agentName, language }: { question: string; agentName: string; language: string },
): boolean {
  if (things.length < 2 || things.length > MOST) return false;
  const facts = new Set(things.map(({ unit }) => figuresOf(unit)));
  if (facts.size !== things.length) return false;
  const asked = new Set(analyse(question, language));
  const whole = new Set(analyse(agentName, language));
  const terms = things.map(({ name }) => analyse(name, language));
  const shared = (terms[0] ?? []).filter((term) => terms.every((all) => all.includes(term)));
  return things.every(({ name }, at) => {
    const own = (terms[at] ?? []).filter((term) => !shared.includes(term));
    const isNamed = own.some((term) => asked.has(term));
    const isPart = own.some((term) => !whole.has(term)) && !WHOLE.test(name.trim());
    return own.length > 0 && !isNamed && isPart && name.length <= LONGEST && !QUESTION.test(name);
  });
}

/** The figures of a sentence, in their order: what two things must not have in common. */
const figuresOf = ({ unit }: RankedUnit): string => (unit.text.match(/\p{N}+/gu) ?? []).join(" ") || keyOf(unit.text);

/** Rows and code stand for themselves. */
const isPlain = ({ unit }: RankedUnit): boolean => unit.kind !== "row" && unit.kind !== "code";

const pathOf = ({ passage }: RankedUnit): string[] => passage.headings.map((heading) => plainText(heading).trim());

/** Without the name of the site. */
const titleOf = ({ passage }: RankedUnit): string => passage.title.split(/\s[|–—·:-]\s/u, 1)[0]?.trim() ?? "";

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, "");

const FACTS: ReadonlySet<AskKind> = new Set<AskKind>([
  "time",
  "duration",
  "money",
  "phone",
  "email",
  "address",
  "count",
]);
/** More are no question any more. */
const MOST = 4;
const LONGEST = 60;
const QUESTION = /[?？؟;]$/u;
