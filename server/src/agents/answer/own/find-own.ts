import type { VerifiedMatch } from "../../../knowledge/index.ts";
import { textsOf } from "../../texts/texts.ts";
import type { Turn } from "../../types.ts";
import type { CatalogueAnswer } from "../catalogue/ask-catalogue.ts";
import type { Analyse } from "../extract/read-terms.ts";
import type { AskedQuestion } from "../understand/understand.ts";
import { asksAbout, asksOffer } from "./asks-about.ts";
import { findContacts, findFact } from "./find-fact.ts";
import { findOpening } from "./hours/find-opening.ts";
import { timeZoneOf } from "./hours/time-zone-of.ts";
import type { OwnAnswer } from "./own-answer.ts";

interface Asked {
  question: AskedQuestion;
  match: VerifiedMatch | null;
  /** What the catalogue says to it. */
  products: CatalogueAnswer | null;
  /** Whether the pages answer it; asked only where that decides. */
  isAnswered(): boolean;
}

/**
 * A verified answer first, then what the owner has set of the business. What was only found on the site, with the page
 * that says so, serves where no sentence of a page answers: a table of hours, a number in a footer.
 */
export function findOwn(
  { question, match, products, isAnswered }: Asked,
  { turn, analyse, language, now }: { turn: Turn; analyse: Analyse; language: string; now: number },
): OwnAnswer | null {
  const { agent, trace } = turn;
  if (match) {
    trace?.verified({ id: match.id, question: match.question, score: match.score });
    return { by: "verified-answer", match };
  }
  const asker = { analyse, language, name: agent.name };
  if (products) return { by: "catalogue", answer: products, language };
  const intro = textsOf(language).phrases.contact;
  // The page that it stands on may be one that a filter leaves out.
  const found = turn.filter === undefined ? agent.found : undefined;
  for (const [facts, isSet] of [
    [agent.behaviour?.facts, true],
    [found, false],
  ] as const) {
    const contacts = findContacts({ question, facts, asker });
    if (contacts.length > 0) return { by: "contacts", contacts, isSet, intro };
    const opening = findOpening({
      question,
      facts,
      asker,
      siteLanguage: agent.language,
      timeZone: timeZoneOf(agent),
      now,
    });
    if (opening) return { by: "opening", opening, isSet };
    const fact = findFact(question, facts, asker);
    if (fact && (isSet || !isAnswered())) return { by: "fact", fact, isSet };
  }
  const about = turn.filter === undefined ? agent.about : undefined;
  if (about === undefined) return null;
  const isAbout = asksAbout(question, asker) || (asksOffer(question, asker) && !isAnswered());
  return isAbout ? { by: "about", name: agent.name, about } : null;
}
