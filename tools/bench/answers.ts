// How good answers are without a language model: whether they hold the answer, cite the right page, and say no when they should.
import type { DocumentItem } from "../../server/src/knowledge/index.ts";
import { createAsk, holdsAnswer, type Ask } from "./lib/answering.ts";
import { hasFile, readLines } from "./lib/data.ts";
import { openKnowledge, type KnowledgeBench } from "./lib/knowledge.ts";
import { followUps } from "./lib/follow-ups.ts";
import { faultsOfForm } from "./lib/form.ts";
import { inLanguages } from "./lib/languages.ts";
import { injections } from "./lib/injections.ts";
import { item, median, type Paragraph, row, share } from "./lib/shares.ts";
import { readSite, sites } from "./lib/sites.ts";
import type { BenchOptions, BenchRow } from "./row.ts";

interface Asked {
  question: string;
  title: string;
  answerable: boolean;
  answers: string[];
}

export async function measureAnswers({ large }: BenchOptions): Promise<BenchRow[]> {
  if (!hasFile("qa/squad/questions.jsonl")) return [];
  const bench = await openKnowledge("embedded");
  try {
    return [
      ...(await articles(bench, large ? 1 : 5)),
      ...(await offTopic(bench, large ? 1 : 5)),
      ...(await wholeSites(bench)),
      ...(await inLanguages(bench, large ? 1 : 4)),
      ...(await followUps(bench)),
      ...(await injections(bench)),
    ];
  } finally {
    await bench.close();
  }
}

/** Every `step`th question about the articles. */
async function articles(bench: KnowledgeBench, step: number): Promise<BenchRow[]> {
  const { agentId } = await bench.makeAgent(paragraphs());
  const [three, one] = [
    createAsk(bench, { confidence: -1_000 }),
    createAsk(bench, { sentences: 1, confidence: -1_000 }),
  ];
  const usual = createAsk(bench);
  const asked = questions().filter(({ answerable }, at) => answerable && at % step === 0);
  const count = async (ask: Ask) =>
    share(asked, async ({ question, answers }) => holdsAnswer((await ask(agentId, question)).text, answers));
  const adversarial = questions().filter(({ answerable }, at) => !answerable && at % step === 0);
  const unanswerable = await share(
    adversarial,
    async ({ question }) => (await usual(agentId, question)).reason === "unknown",
  );
  const forms: boolean[] = [];
  const times: number[] = [];
  const answered = await share(asked, async ({ question }) => {
    const { reason, text, ownMs } = await usual(agentId, question);
    times.push(ownMs);
    if (reason === "answered") forms.push(faultsOfForm(text).length === 0);
    return reason === "answered";
  });
  return [
    row("Answers, SQuAD: held in at most 3 sentences and 90 words", await count(three), 0.88),
    row("Answers, SQuAD: the same where unsure answers are held back", await count(usual), null),
    row("Answers, SQuAD: held in the first sentence alone", await count(one), 0.75),
    row("Answers, SQuAD 2 unanswerable: balanced accuracy", (unanswerable + answered) / 2, null),
    row("Answers, SQuAD: reads like an answer", forms.filter(Boolean).length / Math.max(forms.length, 1), 0.97),
    milliseconds("Answers, SQuAD: the answering alone, without its search", median(times), 3),
  ];
}

/** Half of the articles are known; the questions of both halves are asked, with the line where the product draws it. */
async function offTopic(bench: KnowledgeBench, step: number): Promise<BenchRow[]> {
  const all = paragraphs();
  const titles = [...new Set(all.map(({ title }) => title))].toSorted();
  const rows: BenchRow[] = [];
  for (const fold of [0, 1]) {
    const known = new Set(titles.filter((_, at) => at % 2 === fold));
    const { agentId } = await bench.makeAgent(all.filter(({ title }) => known.has(title)));
    const ask = createAsk(bench);
    const asked = questions().filter(({ answerable }, at) => answerable && at % step === 0);
    const isKnown = ({ title }: Asked) => known.has(title.replaceAll("_", " "));
    const answered = async ({ question }: Asked) => (await ask(agentId, question)).reason === "answered";
    const inside = await share(asked.filter(isKnown), answered);
    const outside =
      1 -
      (await share(
        asked.filter((one) => !isKnown(one)),
        answered,
      ));
    rows.push({
      ...row(`Answers, off-topic, fold ${fold + 1}: abstained`, outside, 0.92),
      note: `answered ${inside.toFixed(3)} of what is known`,
    });
  }
  return rows;
}

async function wholeSites(bench: KnowledgeBench): Promise<BenchRow[]> {
  let [count, held, cited, abstained, unanswerable] = [0, 0, 0, 0, 0];
  const times: number[] = [];
  const forms: boolean[] = [];
  for (const name of sites) {
    const { items, questions: asked } = await readSite(name);
    const { agentId } = await bench.makeAgent(items);
    const ask = createAsk(bench);
    for (const { question, answers, pages, answerable } of asked) {
      const { text, reason, citations, ms } = await ask(agentId, question);
      times.push(ms);
      if (reason === "answered") forms.push(faultsOfForm(text).length === 0);
      if (!answerable) {
        unanswerable += 1;
        if (reason === "unknown") abstained += 1;
        continue;
      }
      count += 1;
      if (reason === "answered" && holdsAnswer(text, answers)) held += 1;
      if (citations.some(({ externalId }) => externalId !== null && pages.includes(externalId))) cited += 1;
    }
  }
  return [
    row("Answers, sites: held in the answer", held / count, 0.85),
    row("Answers, sites: a right page cited", cited / count, 0.9),
    row("Answers, sites: abstained from what is not there", abstained / unanswerable, 0.92),
    row("Answers, sites: reads like an answer", forms.filter(Boolean).length / Math.max(forms.length, 1), 0.9),
    milliseconds("Answers, sites: a whole turn with its search", median(times), null),
  ];
}

function milliseconds(name: string, value: number, target: number | null): BenchRow {
  return { name, value: Math.round(value * 100) / 100, unit: "ms", target, better: "lower" };
}

function questions(): Asked[] {
  return readLines<Asked>("qa/squad/questions.jsonl");
}

function paragraphs(): DocumentItem[] {
  return readLines<Paragraph>("qa/squad/paragraphs.jsonl").map((one) =>
    item({ ...one, title: one.title.replaceAll("_", " ") }),
  );
}
