import { readPage } from "../../extract/read-page.ts";
import { parseHtml, type Element } from "../../extract/parse-html.ts";
import { elementsOf, textOf } from "../../extract/dom.ts";
import { prunePage } from "../../extract/prune-page.ts";
import { toMarkdown } from "../../extract/to-markdown.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";
import { createWriter } from "./write-document.ts";

/** Where a file's relative addresses stand: nowhere. What they would lead to is left out again. */
const NOWHERE = "https://file.invalid/";
const toNowhere = /\[([^\]\n]*)\]\(https:\/\/file\.invalid[^)\s]*\)/g;
/** A page's main part may be so much shorter than all of it before all of it is taken: nobody gives a file for its frame. */
const FAIR_SHARE = 0.5;

/** A saved page by its main content, and everything else by all of its words. Nothing is fetched, no script runs. */
export async function parseHtmlFile(html: string, title: string): Promise<ParsedDocument> {
  const page = await readPage({ url: NOWHERE, html });
  const root = await parseHtml(html);
  const isSite = elementsOf(root).some(({ name }) => name === "nav" || name === "footer" || name === "aside");
  let { markdown } = page;
  if (!isSite || markdown.length < textOf(root).length * FAIR_SHARE) {
    if (isSite) prunePage(root);
    else keepLinks(root);
    const all = toMarkdown(root, { base: NOWHERE });
    if (!isSite || all.length * FAIR_SHARE > markdown.length) markdown = all;
  }
  markdown = markdown.replace(toNowhere, "$1");
  if (markdown.trim() === "") throw new ParseFault("empty", "There is no text in it.");
  const writer = createWriter();
  writer.block(markdown);
  const language = page.declaredLanguage ?? undefined;
  return writer.finish({ entry: "", title: page.title === "" ? title : page.title, language });
}

/** Whoever writes a page by hand means its links: they stay with their addresses. */
function keepLinks(root: Element): void {
  for (const element of elementsOf(root)) {
    const href = (element.attributes["href"] ?? "").trim();
    const isAddress =
      element.name === "a" && href !== "" && !/^(?:#|(?!https?:)[a-z][a-z0-9+.-]*:)|[\s()<>]/i.test(href);
    if (!isAddress || !isPlain(element)) continue;
    const words = textOf(element).replace(/[[\]]/g, "");
    if (words === "" || words === href) continue;
    element.name = "span";
    element.children = [{ type: "text", text: `[${words}](${href})` }];
  }
}

/** Words alone, whatever they look like. */
const isPlain = (element: Element): boolean =>
  elementsOf(element).every(({ name }) => !/^(?:img|p|div|h\d|ul|ol|table|svg|code)$/.test(name));
