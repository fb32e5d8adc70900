import type { Place } from "@parley/contracts";
import { openPackage, type OfficePackage } from "./open-package.ts";
import { allOf, attributeOf, childOf, childrenOf, rawText } from "./read-xml.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";
import type { Archive } from "./unzip.ts";
import type { Element } from "../../extract/parse-html.ts";
import { writeChart } from "./write-chart.ts";
import { createWriter, escapeStart, heading, type DocumentWriter } from "./write-document.ts";

/** Slides in their order, each under its title, with its tables and diagrams; hidden slides stay hidden. */
export function parsePptx(archive: Archive, title: string): { document: ParsedDocument; pages: number } {
  const files = openPackage(archive);
  const main = files.main() ?? "ppt/presentation.xml";
  const root = childOf(files.xml(main), "presentation");
  if (!root) throw new ParseFault("damaged", "The presentation is damaged. Save it anew and upload it again.");
  const related = files.relations(main);
  const writer = createWriter();
  const slides = childrenOf(childOf(root, "sldIdLst"), "sldId");
  for (const [at, one] of slides.entries()) {
    const id = Object.entries(one.attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
    const name = related.get(id)?.target;
    const slide = childOf(name === undefined ? undefined : files.xml(name), "sld");
    if (!slide || name === undefined || attributeOf(slide, "show") === "0") continue;
    writeSlide(slide, { files, name, writer, place: { slide: at + 1 } });
  }
  return { document: writer.finish({ entry: "", title }), pages: slides.length };
}

interface Slide {
  files: OfficePackage;
  name: string;
  writer: DocumentWriter;
  place: Place;
}

function writeSlide(slide: Element, about: Slide): void {
  const { writer, place } = about;
  const shapes = shapesOf(childOf(childOf(slide, "cSld"), "spTree"));
  const title = shapes.find((shape) => /^(title|ctrTitle)$/.test(placeholderOf(shape)));
  const text = title
    ? paragraphsOf(childOf(title, "txBody"))
        .map(({ text: line }) => line)
        .join(" ")
    : "";
  if (text !== "") writer.block(heading(2, text), place);
  for (const shape of shapes) if (shape !== title) writeShape(shape, about);
  writeRelated(about);
}

/** Diagrams, and what was remarked, hang on the slide as parts of their own. */
function writeRelated({ files, name, writer, place }: Slide): void {
  for (const { kind, target, external } of files.relations(name).values()) {
    if (external) continue;
    if (kind === "diagramData") {
      const items = allOf(files.xml(target), "p").map((one) => allOf(one, "t").map(rawText).join("").trim());
      const said = items.filter((item) => item !== "");
      if (said.length > 0) writer.block(said.map((item) => `- ${item}`).join("\n"), place);
    } else if (kind === "chart") writeChart(files.xml(target), writer, place);
  }
}

function shapesOf(tree: Element | undefined): Element[] {
  return childrenOf(tree).flatMap((child) => {
    if (child.name === "sp" || child.name === "graphicFrame") return [child];
    if (child.name === "grpSp") return shapesOf(child);
    return child.name === "AlternateContent" ? shapesOf(childOf(child, "Choice") ?? childOf(child, "Fallback")) : [];
  });
}

function placeholderOf(shape: Element): string {
  const placeholder = allOf(childOf(shape, "nvSpPr"), "ph")[0];
  return placeholder ? (attributeOf(placeholder, "type") ?? "body") : "";
}

function writeShape(shape: Element, { writer, place }: Slide): void {
  const table = allOf(shape, "tbl")[0];
  if (table) return writeTable(table, writer, place);
  if (/^(dt|sldNum|ftr)$/.test(placeholderOf(shape))) return;
  const lines = paragraphsOf(childOf(shape, "txBody"));
  const isList = lines.length > 1 || lines.some(({ level }) => level > 0);
  if (lines.length === 0) return;
  const text = isList
    ? lines.map(({ level, text: line }) => `${"  ".repeat(level)}- ${line}`).join("\n")
    : escapeStart(lines[0]?.text ?? "");
  writer.block(text, place);
}

function paragraphsOf(body: Element | undefined): { level: number; text: string }[] {
  return childrenOf(body, "p").flatMap((paragraph) => {
    const text = runsOf(paragraph).replace(/\s+/g, " ").trim();
    const level = Number(attributeOf(childOf(paragraph, "pPr") ?? { attributes: {} }, "lvl") ?? 0);
    return text === "" ? [] : [{ level: Math.min(8, Math.max(0, level || 0)), text }];
  });
}

function runsOf(element: Element): string {
  return childrenOf(element)
    .map((child) => (child.name === "t" ? rawText(child) : child.name === "br" ? " " : runsOf(child)))
    .join("");
}

function writeTable(table: Element, writer: DocumentWriter, place: Place): void {
  const rows = childrenOf(table, "tr").map((row) =>
    childrenOf(row, "tc").map((cell) =>
      paragraphsOf(childOf(cell, "txBody"))
        .map(({ text }) => text)
        .join(" "),
    ),
  );
  const [head = [], ...body] = rows;
  writer.table(
    head,
    body.map((cells) => ({ cells })),
    place,
  );
}
