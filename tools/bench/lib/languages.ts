/** The same questions about the same articles, in twelve languages. */
import type { BenchRow } from "../row.ts";
import { createAsk, holdsAnswer } from "./answering.ts";
import { hasFile, readLines } from "./data.ts";
import { faultsOfForm } from "./form.ts";
import type { KnowledgeBench } from "./knowledge.ts";
import { item, type Paragraph, row, share } from "./shares.ts";

interface Asked {
  question: string;
  paragraph: string;
  answers: string[];
}

const languages = ["ar", "de", "el", "en", "es", "hi", "ro", "ru", "th", "tr", "vi", "zh"];

/** Every `step`th question: is the answer held, and is it left unsaid where its article is not known? */
export async function inLanguages(bench: KnowledgeBench, step: number): Promise<BenchRow[]> {
  if (!hasFile("qa/xquad/en.questions.jsonl")) return [];
  const articles = new Map(readLines<Paragraph>("qa/xquad/en.paragraphs.jsonl").map(({ id, title }) => [id, title]));
  const titles = [...new Set(articles.values())].toSorted();
  const known = new Set(titles.filter((_, at) => at % 2 === 0));
  const isKnown = ({ id }: { id: string }) => known.has(articles.get(id) ?? "");
  const rows: BenchRow[] = [];
  const forms: boolean[] = [];
  for (const language of languages) {
    const paragraphs = readLines<Paragraph>(`qa/xquad/${language}.paragraphs.jsonl`);
    const asked = readLines<Asked>(`qa/xquad/${language}.questions.jsonl`).filter((_, at) => at % step === 0);
    const items = paragraphs.map((one) => ({ ...item(one), language }));
    const { agentId } = await bench.makeAgent(items);
    const ask = createAsk(bench, { confidence: -1_000 }, language);
    const held = await share(asked, async ({ question, answers }) => {
      const { text } = await ask(agentId, question);
      forms.push(faultsOfForm(text).length === 0);
      return holdsAnswer(text, answers);
    });
    const half = await bench.makeAgent(items.filter((_, at) => isKnown(paragraphs[at] ?? { id: "" })));
    const usual = createAsk(bench, {}, language);
    const answered = async ({ question }: Asked) => (await usual(half.agentId, question)).reason === "answered";
    const inside = await share(
      asked.filter(({ paragraph }) => isKnown({ id: paragraph })),
      answered,
    );
    const outside = await share(
      asked.filter(({ paragraph }) => !isKnown({ id: paragraph })),
      answered,
    );
    rows.push(row(`Answers, ${language}: held in at most 3 sentences and 90 words`, held, 0.88), {
      ...row(`Answers, ${language}, off-topic: abstained`, 1 - outside, 0.92),
      note: `answered ${inside.toFixed(3)} of what is known`,
    });
  }
  const good = forms.filter(Boolean).length / Math.max(forms.length, 1);
  return [...rows, row("Answers, twelve languages: reads like an answer", good, 0.97)];
}
