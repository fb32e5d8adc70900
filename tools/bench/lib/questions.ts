import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentItem } from "../../../server/src/knowledge/index.ts";

const data = process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../../shared");

export const languages = ["ar", "de", "el", "en", "es", "hi", "ro", "ru", "th", "tr", "vi", "zh"];

/** Documents, and questions with the external id of the document that holds the answer. */
export interface QuestionSet {
  items: DocumentItem[];
  questions: { text: string; document: string }[];
}

/** False, with a word on it, where the data to measure on is not there. */
export function hasData(): boolean {
  const there = existsSync(join(data, "data/qa"));
  if (!there) console.error(`  No test data in ${data}: set PARLEY_TEST_DATA. Skipped.`);
  return there;
}

interface Paragraph {
  id: string;
  title: string;
  text: string;
}

interface Question {
  question: string;
  paragraph: string;
  sets?: string[];
}

export function squad(): QuestionSet {
  const questions = lines<Question>("squad/questions.jsonl").filter(({ sets }) => sets?.includes("1.1"));
  return { items: paragraphs("squad/paragraphs.jsonl", "en"), questions: questions.map(asked) };
}

export function xquad(language: string): QuestionSet {
  const questions = lines<Question>(`xquad/${language}.questions.jsonl`);
  return { items: paragraphs(`xquad/${language}.paragraphs.jsonl`, language), questions: questions.map(asked) };
}

/** Each question with its answers is a document; other people's ways of asking it are the questions. */
export function faq(name: "stackfaq" | "covidfaq"): QuestionSet {
  const all = lines<{ id: string; question: string; answers: string[]; rephrasings: string[] }>(`${name}/items.jsonl`);
  return {
    items: all.map(({ id, question, answers }) => itemOf({ id, title: question, text: answers.join("\n\n") }, "en")),
    questions: all.flatMap(({ id, rephrasings }) => rephrasings.map((text) => ({ text, document: id }))),
  };
}

/** `count` passages: whole paragraphs first, then the halves of two paragraphs put together, the same on every run. */
export function manyPassages(count: number): DocumentItem[] {
  const known = [...squad().items, ...xquad("en").items, ...xquad("de").items];
  const halves = known.map(({ content }) => content.split(/(?<=[.!?])\s+/u));
  const items = [...known];
  for (let at = 0; items.length < count; at += 1) {
    const first = halves[at % halves.length] ?? [];
    const second = halves[(at * 7 + 13 + Math.floor(at / halves.length) * 31) % halves.length] ?? [];
    const title = `${known[at % known.length]?.title ?? ""} ${at}`;
    const text = [...first.slice(0, Math.ceil(first.length / 2)), ...second.slice(Math.ceil(second.length / 2))].join(
      " ",
    );
    items.push(itemOf({ id: `made${at}`, title, text }, known[at % known.length]?.language ?? "en"));
  }
  return items.slice(0, count).map((item, at) => ({ ...item, externalId: `passage${at}` }));
}

function paragraphs(file: string, language: string): DocumentItem[] {
  return lines<Paragraph>(file).map((paragraph) =>
    itemOf({ ...paragraph, title: paragraph.title.replaceAll("_", " ") }, language),
  );
}

function itemOf({ id, title, text }: Paragraph, language: string): DocumentItem {
  const contentHash = createHash("sha256").update(text).digest("hex");
  return { sourceId: null, externalId: id, url: null, title, language, content: text, contentHash };
}

const asked = ({ question, paragraph }: Question) => ({ text: question, document: paragraph });

function lines<T>(file: string): T[] {
  const text = readFileSync(join(data, "data/qa", file), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): T => JSON.parse(line));
}
