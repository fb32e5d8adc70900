import type { AnswerPart, Citation, EndReason } from "@parley/contracts";
import { analyse, type Passage, type Search } from "../../knowledge/index.ts";
import type { Scope } from "../../platform/index.ts";
import type { AgentProfile, Answer, HistoryMessage, Turn } from "../types.ts";

/** A page of a small site: title, and passages under headings. */
export interface TestPage {
  title: string;
  language?: string;
  passages: (string | { headings: string[]; text: string })[];
}

/** A search over a few pages in memory, by BM25 with the analyser of the index. */
export function searchIn(pages: readonly TestPage[]): Search {
  const passages = pages.flatMap((page, at) =>
    page.passages.map((given): Passage => {
      const { headings, text } = typeof given === "string" ? { headings: [], text: given } : given;
      const url = `https://shop.example/${at}`;
      return {
        chunk: 0,
        documentId: `doc_${at}`,
        externalId: null,
        title: page.title,
        url,
        headings,
        text,
        language: page.language ?? "en",
        score: 0,
      };
    }),
  );
  const indexed = passages.map((passage, at) => ({
    passage: { ...passage, chunk: at + 1 },
    terms: analyse(`${passage.title} ${passage.headings.join(" ")} ${passage.text}`, passage.language),
  }));
  return async (_scope, { query, limit }) => {
    const languages = [...new Set(passages.map(({ language }) => language))];
    const terms = [...new Set(languages.flatMap((language) => analyse(query, language)))];
    const counts = terms.map((term) => ({ term, passages: indexed.filter((one) => one.terms.includes(term)).length }));
    const scored = indexed.map((one) => ({ ...one.passage, score: scoreOf(one.terms, counts, indexed.length) }));
    const found = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
    return { passages: found.slice(0, limit), terms: counts, indexSize: indexed.length };
  };
}

function scoreOf(
  terms: readonly string[],
  counts: readonly { term: string; passages: number }[],
  size: number,
): number {
  return counts.reduce((sum, { term, passages }) => {
    const count = terms.filter((one) => one === term).length;
    return sum + (Math.log(1 + (size - passages + 0.5) / (passages + 0.5)) * count * 2.2) / (count + 1.2);
  }, 0);
}

export const scope: Scope = {
  organization: 1,
  organizationId: "org_test",
  actor: { type: "visitor", id: "vis_test" },
  permissions: new Set(),
};

export const agent: AgentProfile = {
  id: "agt_test",
  name: "Rose Café",
  language: "en",
  siteUrl: "https://shop.example/",
  stillReading: false,
};

export function turnOf(question: string, more: Partial<Turn> = {}): Turn {
  return { scope, agent, question, history: [], mayUseModel: true, ...more };
}

export interface Heard {
  parts: AnswerPart[];
  text: string;
  /** Text with `[1]` where a citation stands. */
  marked: string;
  citations: Citation[];
  reason: EndReason;
  suggestions: string[];
}

/** Asks and listens to the end. */
export async function hear(answer: Answer, turn: Turn, signal = new AbortController().signal): Promise<Heard> {
  const parts: AnswerPart[] = [];
  for await (const part of answer(turn, signal)) parts.push(part);
  return heardOf(parts);
}

export function heardOf(parts: AnswerPart[]): Heard {
  const end = parts.at(-1);
  if (end?.type !== "end") throw new Error("The answer came to no end.");
  const text = parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
  const marked = parts
    .map((part) =>
      part.type === "text-delta" ? part.text : part.type === "citation" ? ` [${part.citation.number}]` : "",
    )
    .join("");
  const citations = parts.flatMap((part) => (part.type === "citation" ? [part.citation] : []));
  return { parts, text, marked, citations, reason: end.reason, suggestions: end.suggestions };
}

/** A conversation so far: visitor and agent in turn. */
export function talk(...said: [question: string, title?: string][]): HistoryMessage[] {
  return said.flatMap(([text, title]): HistoryMessage[] => [
    { role: "visitor", text, reason: null, citedTitles: [] },
    { role: "agent", text: "It is so.", reason: "answered", citedTitles: title === undefined ? [] : [title] },
  ]);
}

export const cafe: readonly TestPage[] = [
  {
    title: "Opening hours | Rose Café",
    passages: [
      "Rose Café is open from Monday to Friday from 8:00 to 18:00. On Sundays we open at 10:00 and close at 16:00. On Saturdays the café is closed.",
      { headings: ["Holidays"], text: "Between 24 December and 2 January the café stays closed." },
    ],
  },
  {
    title: "Menu | Rose Café",
    passages: [
      {
        headings: ["Breakfast"],
        text: "Our breakfast plate costs $12.50 and is served until noon. It comes with bread, cheese and jam.",
      },
      {
        headings: ["Cakes"],
        text: "We bake these cakes every morning:\n\n- Carrot cake\n- Apple pie\n- Cheesecake with cherries",
      },
      {
        headings: ["Prices"],
        text: "| Drink | Small | Large |\n| --- | --- | --- |\n| Espresso | $2.00 | $3.00 |\n| Cappuccino | $3.50 | $4.50 |",
      },
    ],
  },
  {
    title: "Contact | Rose Café",
    passages: [
      "Write to hello@rose.example or call (212) 555-0147.",
      "You find us at 7 East 7th Street, New York, NY 10003.",
    ],
  },
  {
    title: "Workshops | Rose Café",
    passages: [
      "In our latte art workshop you learn to pour hearts and tulips. The workshop lasts three hours and costs $80. It was founded by Mary Jones in 2015.",
      {
        headings: ["How do I book a workshop?"],
        text: "Install the booking tool and run it:\n\n```\nnpx rose-book workshop\n```",
      },
    ],
  },
  {
    title: "Dogs | Rose Café",
    passages: ["Dogs are welcome on the terrace. Inside the café only guide dogs are allowed."],
  },
];
