import { createHash } from "node:crypto";
import { type Connector, type ConnectorItem, Fault, type ItemContent } from "@parley/contracts";
import { countWords } from "../extract/read-page.ts";
import { parseHtml } from "../extract/parse-html.ts";
import { toMarkdown } from "../extract/to-markdown.ts";
import type { Readers } from "../files/create-readers.ts";
import { ParseFault } from "../files/parse/types.ts";

export interface ReadItemDeps {
  readers: Pick<Readers, "read">;
  /** BCP 47 of a text. */
  detectLanguage(text: string): string;
}

export interface ItemText {
  title: string;
  markdown: string;
  language: string;
  contentHash: string;
  words: number;
}

/** So much of a document tells its language. */
const LANGUAGE_SAMPLE = 4_000;
const ENDING = /\.(?:docx?|xlsx?|pptx?|pdf|md|markdown|txt|csv|html?|odt|ods|odp|epub|rtf|json|eml)$/iu;

/** Fetches an item and takes its text. Throws a `Fault`: what the vendor refused, or why there is no text in it. */
export async function readItem(
  { readers, detectLanguage }: ReadItemDeps,
  { connector, item }: { connector: Connector; item: ConnectorItem },
  signal: AbortSignal,
): Promise<ItemText> {
  const content = item.content ?? (await connector.fetch(item, signal));
  const { markdown, language } = await textOf(readers, { content, url: item.url }, signal);
  const words = countWords(markdown);
  if (words === 0) throw new Fault("invalid_request", "There is no text in it.");
  return {
    title: item.title.replace(ENDING, ""),
    markdown,
    language: item.language ?? language ?? detectLanguage(`${item.title}\n${markdown.slice(0, LANGUAGE_SAMPLE)}`),
    contentHash: createHash("sha256").update(markdown).digest("hex"),
    words,
  };
}

async function textOf(
  readers: Pick<Readers, "read">,
  { content, url }: { content: ItemContent; url: string | null },
  signal: AbortSignal,
): Promise<{ markdown: string; language?: string | undefined }> {
  if (content.kind === "bytes") return textOfFile(readers, content, signal);
  if (content.format !== "html") return { markdown: content.text.trim() };
  const root = await parseHtml(content.text);
  return { markdown: toMarkdown(root, { base: url ?? "https://invalid.example/" }) };
}

async function textOfFile(
  readers: Pick<Readers, "read">,
  { name, bytes }: { name: string; bytes: Uint8Array },
  signal: AbortSignal,
): Promise<{ markdown: string; language?: string | undefined }> {
  try {
    const file = await readers.read({ name, bytes }, signal);
    if (file.type === "zip")
      throw new Fault("unsupported_type", "An archive. Unpack it, so that its files can be read.");
    const [first] = file.documents;
    const parts = file.documents.map(({ title, content }, at) => (at === 0 ? content : `# ${title}\n\n${content}`));
    return { markdown: parts.join("\n\n").trim(), language: first?.language };
  } catch (error) {
    if (error instanceof ParseFault) throw new Fault("unsupported_type", error.message, { cause: error });
    throw error;
  }
}
