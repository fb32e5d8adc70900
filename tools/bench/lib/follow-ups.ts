/** Whether what goes on from an earlier question is understood. */
import type { HistoryMessage } from "../../../server/src/agents/types.ts";
import { conversations } from "../../../server/src/agents/answer/conversations.testing.ts";
import type { BenchRow } from "../row.ts";
import { createAsk, holdsAnswer } from "./answering.ts";
import type { KnowledgeBench } from "./knowledge.ts";
import { item, row, share } from "./shares.ts";

/** A conversation so far, what is asked next, and what the answer must hold. */
const pairs: [before: string, next: string, answer: string][] = [
  ["When does the Rose Museum open on weekdays?", "And on Sundays?", "11:00"],
  ["When does the Rose Museum open on weekdays?", "How much does it cost?", "14 euros"],
  ["How much is a ticket for the Rose Museum?", "And for children?", "6 euros"],
  ["What is the Tulip Garden?", "Where is it?", "Canal Street"],
  ["What is the Tulip Garden?", "Who founded it?", "Anna Weber"],
  ["Who founded the Tulip Garden?", "When?", "1923"],
  ["What is the Tulip Garden?", "What about the Rose Museum, when does it open?", "9:00"],
  ["Where is the Tulip Garden?", "How do I get there?", "tram 5"],
  ["When does the Rose Museum open on weekdays?", "Are dogs allowed in the Tulip Garden?", "on a lead"],
  ["Are dogs allowed in the Tulip Garden?", "Who founded the Rose Museum?", "Peter Klein"],
];

const places: [title: string, text: string][] = [
  [
    "Rose Museum",
    "The Rose Museum opens at 9:00 on weekdays. On Sundays the museum opens at 11:00. On Mondays it is closed.",
  ],
  [
    "Rose Museum tickets",
    "A ticket for the Rose Museum costs 14 euros. For children a ticket costs 6 euros. Students pay 9 euros.",
  ],
  [
    "About the Rose Museum",
    "The Rose Museum was founded by Peter Klein in 1951. It shows four hundred kinds of roses.",
  ],
  [
    "Tulip Garden",
    "The Tulip Garden is a park full of tulips. The garden lies on Canal Street beside the old mill. Take tram 5 to get to the Tulip Garden.",
  ],
  [
    "History of the Tulip Garden",
    "The Tulip Garden was founded by Anna Weber. She founded the garden in 1923 with seeds from Leiden.",
  ],
  ["Rules", "Dogs are allowed in the Tulip Garden on a lead. In the Rose Museum they are not allowed."],
];

export async function followUps(bench: KnowledgeBench): Promise<BenchRow[]> {
  return [...(await single(bench)), ...(await whole(bench))];
}

/** A conversation in each of twelve languages. */
async function whole(bench: KnowledgeBench): Promise<BenchRow[]> {
  const right: boolean[] = [];
  for (const { language, pages, turns } of conversations) {
    const { agentId } = await bench.makeAgent(
      pages.map(({ title, passages }, at) => ({
        ...item({ id: `${language}${at}`, title, text: passages.join("\n\n") }),
        language,
      })),
    );
    const ask = createAsk(bench, {}, language);
    const history: HistoryMessage[] = [];
    for (const [question, held] of turns) {
      const { text, reason, citations } = await ask(agentId, question, history);
      right.push(text.includes(held));
      history.push({ role: "visitor", text: question, reason: null, citedTitles: [] });
      history.push({ role: "agent", text, reason, citedTitles: citations.map(({ title }) => title) });
    }
  }
  return [
    row("Answers, conversations in twelve languages: right answer", right.filter(Boolean).length / right.length, 0.9),
  ];
}

async function single(bench: KnowledgeBench): Promise<BenchRow[]> {
  const { agentId } = await bench.makeAgent(places.map(([title, text], at) => item({ id: `place${at}`, title, text })));
  const ask = createAsk(bench);
  const right = await share(pairs, async ([before, next, answer]) => {
    const first = await ask(agentId, before);
    const history: HistoryMessage[] = [
      { role: "visitor", text: before, reason: null, citedTitles: [] },
      { role: "agent", text: first.text, reason: first.reason, citedTitles: first.citations.map(({ title }) => title) },
    ];
    return holdsAnswer((await ask(agentId, next, history)).text, [answer]);
  });
  return [row("Answers, follow-ups: right answer", right, 0.9)];
}
