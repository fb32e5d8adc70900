import { parseHtml } from "../../extract/parse-html.ts";
import { toMarkdown } from "../../extract/to-markdown.ts";
import { decodeHtml } from "../../extract/decode-body.ts";
import { attributeOf, allOf, childOf, childrenOf, rawText, readXml } from "./read-xml.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";
import type { Archive } from "./unzip.ts";
import { createWriter } from "./write-document.ts";

/** A book's chapters in reading order, as one document. */
export async function parseEpub(archive: Archive, name: string): Promise<ParsedDocument> {
  if (archive.has("META-INF/rights.xml"))
    throw new ParseFault("encrypted", "The book is protected against copying. Use a copy without protection.");
  const container = archive.read("META-INF/container.xml");
  const path = allOf(container && readXml(container), "rootfile").map((one) => attributeOf(one, "full-path"))[0];
  const bytes = path === undefined ? undefined : archive.read(path);
  const book = childOf(bytes && readXml(bytes), "package");
  if (!book || path === undefined)
    throw new ParseFault("damaged", "The book is damaged. Get it anew and upload it again.");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const items = new Map(
    childrenOf(childOf(book, "manifest"), "item").map((item) => [attributeOf(item, "id") ?? "", item]),
  );
  const writer = createWriter();
  for (const one of childrenOf(childOf(book, "spine"), "itemref")) {
    const item = items.get(attributeOf(one, "idref") ?? "");
    const href = item && attributeOf(item, "href");
    if (href === undefined || /\bnav\b/.test((item && attributeOf(item, "properties")) ?? "")) continue;
    const chapter = archive.read(resolve(folder, href));
    if (chapter) writer.block(toMarkdown(await parseHtml(decodeHtml(chapter, undefined)), { base: "about:blank" }));
  }
  const meta = childOf(book, "metadata");
  const title = rawText(childOf(meta, "title")).trim();
  const language = rawText(childOf(meta, "language")).trim().slice(0, 35);
  return writer.finish({
    entry: "",
    title: title === "" ? name : title.slice(0, 300),
    language: language === "" ? undefined : language,
  });
}

function resolve(folder: string, href: string): string {
  const path = new URL(href.split("#")[0] ?? "", `file:///${folder}`).pathname.slice(1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
