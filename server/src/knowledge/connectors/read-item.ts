import { createHash } from "node:crypto";
import { type Connector, type ConnectorItem, Fault, type ItemContent } from "@parley/contracts";
import type { PlaceAt } from "../documents/place-of-chunk.ts";
import { countWords } from "../extract/read-page.ts";
import { parseHtml } from "../extract/parse-html.ts";
import { toMarkdown } from "../extract/to-markdown.ts";
import type { Readers } from "../files/create-readers.ts";
import { type ParsedDocument, ParseFault } from "../files/parse/types.ts";

export interface ReadItemDeps {
  readers: Pick<Readers, "read">;
  /** BCP 47 of a text. */
  detectLanguage(text: string): string;
}

export interface ItemText {
  title: string;
  markdown: string;
  /** Pages, sheets and slides, as the file has them. */
  places: PlaceAt[];
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
  const { markdown, places = [], language } = await textOf(readers, { content, url: item.url }, signal);
  const words = countWords(markdown);
  if (words === 0) throw new Fault("invalid_request", "There is no text in it.");
  return {
    title: item.title.replace(ENDING, ""),
    markdown,
    places,
    language: item.language ?? language ?? detectLanguage(`${item.title}\n${markdown.slice(0, LANGUAGE_SAMPLE)}`),
    contentHash: createHash("sha256").update(markdown).update(JSON.stringify(places)).digest("hex"),
    words,
  };
}

interface TextParts {
  markdown: string;
  places?: PlaceAt[];
  language?: string | undefined;
}

async function textOf(
  readers: Pick<Readers, "read">,
  { content, url }: { content: ItemContent; url: string | null },
  signal: AbortSignal,
): Promise<TextParts> {
  if (content.kind === "bytes") return textOfFile(readers, content, signal);
  if (content.format !== "html") return { markdown: content.text.trim() };
  const root = await parseHtml(content.text);
  return { markdown: toMarkdown(root, { base: url ?? "https://invalid.example/" }) };
}

async function textOfFile(
  readers: Pick<Readers, "read">,
  { name, bytes }: { name: string; bytes: Uint8Array },
  signal: AbortSignal,
): Promise<TextParts> {
  try {
    const file = await readers.read({ name, bytes }, signal);
    if (file.type === "zip")
      throw new Fault("unsupported_type", "An archive. Unpack it, so that its files can be read.");
    return joined(file.documents);
  } catch (error) {
    if (error instanceof ParseFault) throw new Fault("unsupported_type", error.message, { cause: error });
    throw error;
  }
}

/** What hangs on a mail comes below it, under headings of its own. */
function joined(documents: readonly ParsedDocument[]): TextParts {
  let markdown = "";
  const all: PlaceAt[] = [];
  for (const { title, content, places } of documents) {
    if (markdown !== "") markdown += `\n\n# ${title}\n\n`;
    const before = markdown.length;
    all.push(...places.map(({ at, place }) => ({ at: at + before, place })));
    markdown += content;
  }
  if (markdown.length > LONGEST) throw new Fault("too_large", "There is too much text in it. Divide it.");
  return { markdown, places: all, language: documents[0]?.language };
}

const LONGEST = 4_000_000;
