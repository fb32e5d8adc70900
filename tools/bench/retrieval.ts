// How often the search finds the passage that answers: real questions in twelve languages.
import { createScriptEmbedding } from "../../adapters/src/index.ts";
import { detectLanguage } from "../../server/src/knowledge/index.ts";
import { readLines } from "./lib/data.ts";
import { openKnowledge, type KnowledgeBench } from "./lib/knowledge.ts";
import { mistype } from "./lib/mistype.ts";
import { faq, hasData, languages, squad, xquad, type QuestionSet } from "./lib/questions.ts";
import { readSite, sites } from "./lib/sites.ts";
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
    rows.push(...(await onSites(bench)), ...(await withSlips(bench)), ...languageRows());
    return rows;
  } finally {
    await bench.close();
  }
}

/** The scripted model knows no meaning: what is measured is that it does no harm, and one that says nothing none at all. */
export async function measureRetrievalByMeaning(): Promise<BenchRow[]> {
  if (!hasData()) return [];
  const rows: BenchRow[] = [];
  for (const name of ["words", "noise"]) {
    const bench = await openKnowledge("embedded", createScriptEmbedding({ name }));
    try {
      const all = squad();
      const some = { ...all, questions: all.questions.filter((_, at) => at % 5 === 0) };
      for (const [set, questions] of [
        ["SQuAD, every fifth question", some],
        ["StackFAQ", faq("stackfaq")],
        ["CovidFAQ", faq("covidfaq")],
      ] as const) {
        const { first, inFive } = await ask(bench, questions);
        const note = `first ${first.toFixed(3)}`;
        rows.push({
          ...row(`Retrieval, ${set}, with vectors of script/${name}: in the first five`, inFive, null),
          note,
        });
      }
    } finally {
      await bench.close();
    }
  }
  return rows;
}

async function onSites(bench: KnowledgeBench): Promise<BenchRow[]> {
  let [count, first, missed] = [0, 0, 0];
  for (const name of sites) {
    const { items, questions } = await readSite(name);
    const { agentId } = await bench.makeAgent(items);
    for (const { question, pages } of questions.filter(({ answerable }) => answerable)) {
      const { passages } = await bench.knowledge.search(bench.scope, { agentId, query: question, limit: DEEPEST });
      const found = [...new Set(passages.map(({ externalId }) => externalId ?? ""))];
      const rank = found.findIndex((page) => pages.includes(page));
      count += 1;
      if (rank === 0) first += 1;
      if (rank < 0 || rank > 4) missed += 1;
    }
  }
  return [
    row("Retrieval, sites: right page first", first / count, 0.93),
    {
      name: "Retrieval, sites: questions missed in the first five",
      value: missed,
      unit: `of ${count}`,
      target: 1,
      better: "lower",
    },
  ];
}

/** The same questions as they are and with one slip each. */
async function withSlips(bench: KnowledgeBench): Promise<BenchRow[]> {
  const all = squad();
  const questions = all.questions.filter((_, at) => at % 8 === 0);
  const mistyped = questions.map(({ text, document }, at) => ({ text: mistype(text, at), document }));
  const { first, inFive } = await ask(bench, { items: all.items, questions: mistyped });
  return [
    {
      ...row("Retrieval, SQuAD, one word mistyped: in the first five", inFive, null),
      note: `first ${first.toFixed(3)}`,
    },
  ];
}

const COMMONEST = "en zh hi es fr ar bn ru pt ur id de ja pa tr ko vi ta it th gu pl uk nl ro el cs hu sv fa".split(
  " ",
);

/** How often the language of a text is told right, among the thirty that most people write. */
function languageRows(): BenchRow[] {
  const lines = readLines<{ lang: string; kind: string; text: string }>("langid/lingua_test.jsonl");
  const share = (kind: string) => {
    const asked = lines.filter((line) => line.kind === kind && COMMONEST.includes(line.lang));
    return asked.filter(({ lang, text }) => detectLanguage(text) === lang).length / asked.length;
  };
  return [
    row("Language of a sentence, 30 commonest", share("sentences"), 0.97),
    row("Language of two words, 30 commonest", share("word-pairs"), 0.85),
  ];
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

function row(name: string, value: number, target: number | null): BenchRow {
  return { name, value: Math.round(value * 10_000) / 10_000, unit: "share", target, better: "higher" };
}
