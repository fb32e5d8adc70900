import { topicQuestions } from "./topic-questions.ts";

export interface PageOutline {
  title: string;
  url: string | null;
  language: string;
  /** Headings that end with a question mark. */
  questions: string[];
}

const MOST = 6;
const MOST_OF_ONE_PAGE = 4;

/**
 * Questions that the site itself answers, best first: those of its pages of questions, then of other pages, each in
 * the order of the page; where it asks none, what its pages are plainly about.
 */
export function findQuestions(
  pages: readonly PageOutline[],
  { named, language }: { named: readonly string[]; language: string },
): string[] {
  const own = pages.filter((page) => page.language === language);
  const lists = own
    .map((page) => ({ questions: page.questions.map(clean).filter(readsWell), rank: rankOf(page) }))
    .filter(({ questions }) => questions.length > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ questions }) => questions);
  const first = named.map(clean).filter(readsWell);
  const found = pick([...(first.length > 0 ? [first] : []), ...lists]);
  if (found.length >= 3) return found;
  const built = topicQuestions(own, language).filter((question) => !found.includes(question));
  return [...found, ...built].slice(0, Math.max(found.length, 4));
}

/** The best page gives up to four; the others one each, by turns, until it is enough. */
function pick(lists: readonly string[][]): string[] {
  const found = new Map<string, string>();
  const add = (question: string | undefined) => {
    if (question !== undefined && found.size < MOST && !found.has(fold(question))) found.set(fold(question), question);
  };
  const [best = [], ...others] = lists;
  for (const question of best.slice(0, others.length > 0 ? MOST_OF_ONE_PAGE : MOST)) add(question);
  for (let turn = 0; turn < 3; turn += 1) for (const questions of others) add(questions[turn]);
  for (const question of best) add(question);
  return [...found.values()];
}

function rankOf({ title, url, questions }: PageOutline): number {
  const path = url === null ? "" : new URL(url).pathname;
  const isFaq = /faq|question|fragen|preguntas|domande|vragen|ajuda|pomoc|help|hilfe|aide/i.test(`${title} ${path}`);
  return (isFaq ? 100 : 0) + Math.min(20, questions.length * 2) - path.split("/").length;
}

const clean = (text: string): string =>
  text
    .replace(/[*`\\]|\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:q\s*[.:)]|\d+[.)]|[-–•])\s*/i, "")
    .replace(/\s+/g, " ")
    .trim();

const hollow =
  /^(?:(?:got|have|any|more|still have|do you have)?\s*(?:a |any )?(?:other |more )?questions?|need (?:more )?(?:help|information|support)|ready to .*|interested|want to .*|looking for .*|why (?:us|choose .*|wait)|what(?:'s| is) next|sounds good|haben sie (?:noch )?fragen|noch fragen|fragen|des questions|tienes preguntas|alguna pregunta|domande|did you know|who are we|really|so what|what now|new here|not sure.*|was this (?:page|article) helpful|forgot .*)\s*[?？؟]$/i;

function readsWell(question: string): boolean {
  if (!/[?？؟]$/.test(question) || question.length > 90 || hollow.test(question)) return false;
  const isSpaced = /\s/.test(question);
  return isSpaced
    ? question.split(" ").length >= 3 && question.length >= 12
    : question.length >= 6 && /[^\u0000-\u024f]/.test(question);
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
