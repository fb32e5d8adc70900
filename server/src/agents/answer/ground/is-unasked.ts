import { plainText } from "../plain-text.ts";
import { readLinks } from "./read-links.ts";
import type { Evidence, GroundKit } from "./ground.ts";

/**
 * Whether a sentence of a model repeats what a page wants said rather than what was asked: it has no content word in
 * common with the conversation, and is a task for a writer, a call to follow a link to another site, or a question that
 * stands so in a page. All else that the passages hold is an answer as far as words can tell.
 */
export function isUnasked(
  sentence: string,
  evidence: Evidence,
  { language, kit }: { language: string; kit: GroundKit },
): boolean {
  const plain = plainText(sentence).replace(MARKS, "");
  const said = evidence.said(language);
  const terms = kit.terms.read(plain.replace(ADDRESS, " "), language).filter((term) => !/^[\p{N}.]+$/u.test(term));
  if (terms.some((term) => said.has(term))) return false;
  if (TASK.test(plain)) return true;
  if (CALL.test(plain) && readLinks(plain).some((link) => !evidence.isOwnLink(link))) return true;
  return (
    QUESTION.test(plain) && evidence.passages.some(({ whole }) => whole.units.some(({ text }) => text.includes(plain)))
  );
}

const MARKS = /^(?:[-*•]|\d{1,3}[.)])\s+|\s*\[\d+\]/gu;
/** The words of an address say nothing about what was asked. */
const ADDRESS = /\S*(?:\/\/|www\.|@)\S*|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?/giu;
const QUESTION = /[?？؟]$/u;
/** What a machine that writes is told to do, and a visitor is not. "Write to us" is for visitors. */
const TASK =
  /^(?:please\s)?(?:explain|describe|draft|compose|translate|summari[sz]e|paraphrase|rewrite|recite|generate|elaborate|pretend|roleplay|impersonate|develop an?\s|break down\s|write (?!to\b|us\b|down\b|your\b)|(?:give|tell|show|teach) me\b|provide (?:an?|the) (?:\w+ )?(?:poem|essay|story|example|equivalent|translation|summary|list|explanation|overview|recipe|joke|speech|code)|list (?:the|all|some|five|ten|\d+)\s)/iu;
const CALL =
  /\b(?:visit|click|download|install|join|go to|check out|subscribe|sign up|log in|follow|open|buy|order|enter)\b/iu;
