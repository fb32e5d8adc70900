import { getDocumentProxy } from "unpdf";
import { LocalTables } from "./cmaps.ts";
import { readPictures } from "./page-pictures.ts";
import { turnItems, type TextItem } from "./segments.ts";
import { usualOf, writePage, type Page } from "./write-page.ts";
import { parseLimits } from "../limits.ts";
import { ParseFault, type ParseContext, type ParsedDocument } from "../types.ts";
import { createWriter, escapeStart, tooMuchText } from "../write-document.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF's text by its pages: columns in reading order, tables as tables. Its scripts, links and fonts are left alone. */
export async function parsePdf(
  bytes: Uint8Array,
  title: string,
  { readPicture }: ParseContext,
): Promise<{ document: ParsedDocument; pages: number }> {
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > parseLimits.pages)
      throw new ParseFault("too_large", `It has more than ${parseLimits.pages} pages. Split it into smaller files.`);
    const pages = await readPages(pdf);
    const writer = createWriter();
    const usual = usualOf(pages);
    const hasText = pages.some(({ pieces }) => pieces.size > 0);
    for (const page of pages) {
      writePage(page, usual, writer);
      if (page.pieces.size === 0 && readPicture)
        for (const text of await readPictures(pdf, page.number, readPicture))
          writer.block(escapeStart(text), { page: page.number });
    }
    if (writer.isEmpty()) throw noText(hasText, readPicture !== undefined);
    return { document: writer.finish({ entry: "", title }), pages: pdf.numPages };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function noText(hasText: boolean, canRead: boolean): ParseFault {
  if (hasText || canRead)
    return new ParseFault("no_text", "There is no text in it, and no words were found in its pictures.");
  return new ParseFault(
    "no_text",
    "There is no text in it: its pages are empty or scanned pictures. Upload a PDF with text, or have Tesseract installed on the server, which reads pictures.",
  );
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: 40_000_000,
      cMapUrl: "local/",
      cMapPacked: true,
      BinaryDataFactory: LocalTables,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException")
      throw new ParseFault("encrypted", "The file is locked with a password. Save it without one and upload it again.");
    throw new ParseFault("damaged", "The PDF is damaged or incomplete. Save it anew and upload it again.");
  }
}

async function readPages(pdf: Pdf): Promise<Page[]> {
  const pages: Page[] = [];
  let letters = 0;
  let broken = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const texts = items.filter((item): item is typeof item & TextItem => "str" in item);
      letters += texts.reduce((sum, { str }) => sum + str.length, 0);
      pages.push({ number, pieces: turnItems(texts) });
      page.cleanup();
    } catch (error) {
      if (error instanceof ParseFault) throw error;
      broken += 1;
      pages.push({ number, pieces: new Map() });
    }
    if (letters > parseLimits.outputChars) throw tooMuchText();
  }
  if (broken > 0 && broken === pages.length)
    throw new ParseFault("damaged", "The PDF is damaged or incomplete. Save it anew and upload it again.");
  return pages;
}
