import type { Citation, FactSettings } from "@parley/contracts";
import type { VerifiedMatch } from "../../../knowledge/index.ts";
import type { CatalogueAnswer } from "../catalogue/ask-catalogue.ts";
import { sayProducts } from "../catalogue/say-products.ts";
import type { Citer } from "../cite.ts";
import type { DraftPart } from "../guard-parts.ts";
import type { AgentProfile } from "../../types.ts";
import { plainText } from "../plain-text.ts";
import { factWordsOf } from "./fact-words.ts";
import type { FoundFact } from "./find-fact.ts";
import type { Opening } from "./hours/find-opening.ts";

/** What the organization itself says to a question: it comes before anything that pages hold. */
export type OwnAnswer =
  | { by: "verified-answer"; match: VerifiedMatch }
  | { by: "catalogue"; answer: CatalogueAnswer; language: string }
  | { by: "about"; name: string; about: NonNullable<AgentProfile["about"]> }
  | { by: "opening"; opening: Opening; isSet: boolean }
  | { by: "fact"; fact: FoundFact; isSet: boolean }
  | { by: "contacts"; contacts: readonly FoundFact[]; isSet: boolean; intro: string };

const TEXT_LIMIT = 600;

/** As written, with where it comes from. */
export function* sayOwn(own: OwnAnswer, citer: Citer): Generator<DraftPart> {
  if (own.by === "catalogue") return yield* sayProducts(own.answer, { language: own.language, citer });
  if (own.by === "about") return yield* sayAbout(own, citer);
  if (own.by === "fact") return yield* sayFact(own, citer);
  if (own.by === "opening") return yield* sayOpening(own, citer);
  if (own.by === "contacts") {
    yield { type: "text-delta", text: own.intro };
    return yield* listContacts(own.contacts, citer, own.isSet);
  }
  const { id, question, answer } = own.match;
  yield { type: "text-delta", text: answer };
  yield {
    type: "citation",
    citation: citer.citeOwn(ownCitation({ id, title: question, text: plainText(answer), url: null })),
  };
}

/** As the site says it of itself. */
function* sayAbout({ name, about }: OwnAnswer & { by: "about" }, citer: Citer): Generator<DraftPart> {
  const { text, url } = about;
  yield { type: "text-delta", text };
  yield {
    type: "citation",
    citation: citer.citeOwn(ownCitation({ id: `about ${url}`, title: name, text, url }, false)),
  };
}

/** What follows from the hours, with the hours themselves as the source. */
function* sayOpening({ opening, isSet }: OwnAnswer & { by: "opening" }, citer: Citer): Generator<DraftPart> {
  const { text, label, lines } = opening;
  yield { type: "text-delta", text };
  const said = lines.map((line) => line.text).join("\n");
  const url = lines[0]?.url ?? null;
  yield {
    type: "citation",
    citation: citer.citeOwn(ownCitation({ id: `fact hours ${url ?? ""}`, title: label, text: said, url }, isSet)),
  };
}

/** One line after the label; several below it. Each page is named once, after the last line that it holds. */
function* sayFact({ fact, isSet }: OwnAnswer & { by: "fact" }, citer: Citer): Generator<DraftPart> {
  const { kind, label, lines } = fact;
  const [first] = lines;
  yield { type: "text-delta", text: lines.length === 1 ? `${label}: ${first?.text ?? ""}` : `${label}:\n` };
  for (const [at, { text, url }] of lines.entries()) {
    if (lines.length > 1) yield { type: "text-delta", text: `\n- ${text}` };
    if (at + 1 < lines.length && lines[at + 1]?.url === url) continue;
    const said = lines.filter((line) => line.url === url).map((line) => line.text);
    yield {
      type: "citation",
      citation: citer.citeOwn(
        ownCitation({ id: `fact ${kind} ${url ?? ""}`, title: label, text: said.join("\n"), url }, isSet),
      ),
    };
  }
}

/** Numbers and mail addresses that the owner has set, for whoever asks for a person. */
export function contactsSet(facts: FactSettings | undefined, language: string): FoundFact[] {
  const { labels } = factWordsOf(language);
  return (["phone", "email"] as const).flatMap((kind) => {
    const lines = facts?.[kind] ?? [];
    return lines.length === 0 ? [] : [{ kind, label: labels[kind], lines }];
  });
}

/** `isSet`: by the owner, and not only found on a page. Lines of one page share its source. */
export function* listContacts(contacts: readonly FoundFact[], citer: Citer, isSet = true): Generator<DraftPart> {
  for (const { label, lines } of contacts) {
    for (const { text, url } of lines) {
      yield { type: "text-delta", text: `\n- ${label}: ${text}` };
      const beside = contacts.filter((one) => one.lines.some((line) => line.url === url));
      const title = beside.map((one) => one.label).join(", ");
      const said = beside.flatMap((one) => one.lines.filter((line) => line.url === url).map((line) => line.text));
      const source = ownCitation({ id: `contacts ${url ?? ""}`, title, text: said.join("\n"), url }, isSet);
      yield { type: "citation", citation: citer.citeOwn(source) };
    }
  }
}

function ownCitation(
  own: { id: string; title: string; text: string; url: string | null },
  verified = true,
): Omit<Citation, "number"> {
  return {
    documentId: own.id,
    externalId: null,
    title: own.title,
    url: own.url,
    link: own.url,
    text:
      own.text.length <= TEXT_LIMIT
        ? own.text
        : `${own.text
            .slice(0, TEXT_LIMIT - 1)
            .toWellFormed()
            .trimEnd()}…`,
    ...(verified ? { verified } : {}),
  };
}
