// How often the search finds the passage that answers: real questions in twelve languages.
import { openKnowledge, type KnowledgeBench } from "./lib/knowledge.ts";
import { faq, hasData, languages, squad, xquad, type QuestionSet } from "./lib/questions.ts";
import type { BenchRow } from "./row.ts";

const DEEPEST = 20;

interface Quality {
  first: number;
  inFive: number;
  /** Mean of 1 over the rank, 0 below the twentieth. */
  reciprocal: number;
}

export async function measureRetrieval(): Promise<BenchRow[]> {
  if (!hasData()) return [];
  const bench = await openKnowledge("embedded");
  try {
    const english = await ask(bench, squad());
    const stack = await ask(bench, faq("stackfaq"));
    const covid = await ask(bench, faq("covidfaq"));
    const rows = [
      row("Retrieval, SQuAD: right passage first", english.first, 0.82),
      row("Retrieval, SQuAD: in the first five", english.inFive, 0.96),
      row("Retrieval, SQuAD: mean reciprocal rank", english.reciprocal, 0.88),
      row("Retrieval, StackFAQ: in the first five", stack.inFive, 0.96),
      row("Retrieval, CovidFAQ: in the first five", covid.inFive, 0.8),
    ];
    for (const language of languages) {
      const { first, inFive } = await ask(bench, xquad(language));
      rows.push({
        ...row(`Retrieval, XQuAD ${language}: in the first five`, inFive, 0.975),
        note: `first ${first.toFixed(3)}`,
      });
    }
    rows.push(
      row(
        "Retrieval, XQuAD in one index of 12 languages: in the first five",
        (await ask(bench, together())).inFive,
        0.97,
      ),
    );
    return rows;
  } finally {
    await bench.close();
  }
}

async function ask(
  { knowledge, scope, makeAgent }: KnowledgeBench,
  { items, questions }: QuestionSet,
): Promise<Quality> {
  const { agentId } = await makeAgent(items);
  const sum: Quality = { first: 0, inFive: 0, reciprocal: 0 };
  for (const { text, document } of questions) {
    const { passages } = await knowledge.search(scope, { agentId, query: text, limit: DEEPEST });
    const rank = [...new Set(passages.map(({ externalId }) => externalId))].indexOf(document);
    if (rank === 0) sum.first += 1;
    if (rank >= 0 && rank < 5) sum.inFive += 1;
    if (rank >= 0) sum.reciprocal += 1 / (rank + 1);
  }
  const count = questions.length;
  return { first: sum.first / count, inFive: sum.inFive / count, reciprocal: sum.reciprocal / count };
}

/** All languages in one agent; every question must find the paragraph in its own language. */
function together(): QuestionSet {
  const sets = languages.map((language) => ({ language, ...xquad(language) }));
  return {
    items: sets.flatMap(({ language, items }) =>
      items.map((item) => ({ ...item, externalId: `${language} ${item.externalId}` })),
    ),
    questions: sets.flatMap(({ language, questions }) =>
      questions
        .filter((_, at) => at % 6 === 0)
        .map(({ text, document }) => ({ text, document: `${language} ${document}` })),
    ),
  };
}

function row(name: string, value: number, target: number): BenchRow {
  return { name, value: Math.round(value * 10_000) / 10_000, unit: "share", target, better: "higher" };
}
