import type { Place } from "@parley/contracts";
import { readNumbering, type ListMark } from "./docx-numbering.ts";
import { headingLevels } from "./docx-styles.ts";
import { docxText } from "./docx-text.ts";
import { openPackage, type OfficePackage, type Relation } from "./open-package.ts";
import { allOf, attributeOf, childOf, childrenOf } from "./read-xml.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";
import type { Archive } from "./unzip.ts";
import type { Element } from "../../extract/parse-html.ts";
import { writeChart } from "./write-chart.ts";
import { createWriter, escapeStart, heading, type DocumentWriter } from "./write-document.ts";

interface State {
  writer: DocumentWriter;
  levels: Map<string, number>;
  listMark(properties: Element | undefined, style: string): ListMark | undefined;
  /** Counted from the marks that Word left when it last drew the pages; null where there are none. */
  page: number | null;
  list: string[];
  listPlace: Place | undefined;
  chart(id: string): Element | undefined;
}

/** Headings, paragraphs, lists and tables in their order; footnotes at the end; what was struck out is left out. */
export function parseDocx(archive: Archive, title: string): { document: ParsedDocument; pages: number | null } {
  const files = openPackage(archive);
  const main = files.main() ?? "word/document.xml";
  const body = childOf(childOf(files.xml(main), "document"), "body");
  if (!body) throw new ParseFault("damaged", "The document is damaged. Save it anew and upload it again.");
  const relations = files.relations(main);
  const related = [...relations.values()];
  const part = (kind: string) => files.xml(related.find((one) => one.kind === kind)?.target ?? "");
  const styles = childOf(part("styles"), "styles");
  const state: State = {
    writer: createWriter(),
    levels: headingLevels(styles),
    listMark: readNumbering(childOf(part("numbering"), "numbering"), styles),
    page: hasPages(body) ? 1 : null,
    list: [],
    listPlace: undefined,
    chart: (id) => {
      const relation = relations.get(id);
      return relation?.kind === "chart" ? files.xml(relation.target) : undefined;
    },
  };
  writeBlocks(body, state);
  endList(state);
  writeNotes(files, related, state);
  return { document: state.writer.finish({ entry: "", title }), pages: state.page };
}

function writeNotes(files: OfficePackage, related: readonly Relation[], state: State): void {
  for (const kind of ["footnotes", "endnotes"]) {
    const root = childOf(files.xml(related.find((one) => one.kind === kind)?.target ?? ""), kind);
    for (const note of childrenOf(root)) {
      if (attributeOf(note, "type") !== undefined) continue;
      const text = childrenOf(note, "p")
        .map((paragraph) => docxText(paragraph).trim())
        .filter((line) => line !== "")
        .join(" ");
      state.writer.block(escapeStart(text));
    }
  }
}

const hasPages = (element: Element): boolean =>
  childrenOf(element).some(({ name, attributes, children }) =>
    name === "lastRenderedPageBreak"
      ? true
      : children.length > 0 && hasPages({ type: "element", name, attributes, children, parent: null }),
  );

function writeBlocks(parent: Element, state: State): void {
  for (const child of childrenOf(parent)) {
    if (child.name === "p") writeParagraph(child, state);
    else if (child.name === "tbl") {
      endList(state);
      writeTable(child, state);
    } else if (child.name === "sdt") writeBlocks(childOf(child, "sdtContent") ?? child, state);
    else if (child.name === "ins" || child.name === "customXml" || child.name === "smartTag") writeBlocks(child, state);
    else if (child.name === "oMathPara" || child.name === "oMath") state.writer.block(docxText(child));
  }
}

function writeParagraph(paragraph: Element, state: State): void {
  const properties = childOf(paragraph, "pPr");
  const style = attributeOf(childOf(properties, "pStyle") ?? { attributes: {} }, "val") ?? "";
  const text = docxText(paragraph)
    .replace(/[\t ]+/g, " ")
    .trim();
  const place = placeOf(state);
  turnPages(paragraph, state);
  const boxes = boxesIn(paragraph);
  const level = levelOf(properties, style, state);
  const mark = state.listMark(properties, style);
  if (text !== "") {
    if (level !== undefined && text.length <= 300) {
      endList(state);
      state.writer.block(heading(level, mark?.text ? `${mark.text} ${text}` : text), place);
    } else if (mark) {
      state.listPlace ??= place;
      state.list.push(`${"  ".repeat(mark.level)}${mark.text === "" ? "-" : mark.text} ${text.replace(/\n+/g, " ")}`);
    } else {
      endList(state);
      state.writer.block(escapeStart(text), place);
    }
  }
  for (const box of boxes) writeBlocks(box, state);
  for (const chart of allOf(paragraph, "chart")) {
    const id = Object.entries(chart.attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
    writeChart(state.chart(id), state.writer, place);
  }
}

function levelOf(properties: Element | undefined, style: string, { levels }: State): number | undefined {
  const own = Number(attributeOf(childOf(properties, "outlineLvl") ?? { attributes: {} }, "val") ?? Number.NaN);
  return own >= 0 && own < 6 ? own + 1 : levels.get(style);
}

function endList(state: State): void {
  if (state.list.length > 0) state.writer.block(state.list.join("\n"), state.listPlace);
  state.list = [];
  state.listPlace = undefined;
}

const placeOf = ({ page }: State): Place | undefined => (page === null ? undefined : { page });

function turnPages(element: Element, state: State): void {
  if (state.page === null) return;
  for (const child of childrenOf(element)) {
    if (child.name === "lastRenderedPageBreak") state.page += 1;
    else turnPages(child, state);
  }
}

/** Text boxes that hang on a paragraph; of a choice and its fallback the choice. */
function boxesIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === "txbxContent") return [child];
    if (child.name === "AlternateContent") {
      const choice = childOf(child, "Choice");
      const found = choice ? boxesIn(choice) : [];
      const fallback = childOf(child, "Fallback");
      return found.length > 0 || !fallback ? found : boxesIn(fallback);
    }
    return boxesIn(child);
  });
}

function writeTable(table: Element, state: State): void {
  const place = placeOf(state);
  const rows = rowsOf(table).map((row) => cellsOf(row, state));
  turnPages(table, state);
  const width = Math.max(0, ...rows.map((row) => row.length));
  // A frame around whole blocks is no table.
  if (width <= 1 || rows.length <= 1) {
    for (const row of rowsOf(table))
      for (const cell of childrenOf(row, "tc")) writeBlocks(cell, { ...state, list: [] });
    return;
  }
  const above: string[] = [];
  const grid = rows.map((row) =>
    row.map(({ text, goesOn }, at) => {
      const shown = goesOn ? (above[at] ?? "") : text;
      above[at] = shown;
      return shown;
    }),
  );
  const [head = [], ...body] = grid;
  state.writer.table(
    head,
    body.map((cells) => ({ cells })),
    place,
  );
}

function rowsOf(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === "tr") return [child];
    if (child.name === "sdt") return rowsOf(childOf(child, "sdtContent") ?? child);
    return child.name === "ins" ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element, state: State): { text: string; goesOn: boolean }[] {
  const cells = childrenOf(row).flatMap((child) =>
    child.name === "tc" ? [child] : child.name === "sdt" ? childrenOf(childOf(child, "sdtContent"), "tc") : [],
  );
  return cells.flatMap((cell) => {
    const properties = childOf(cell, "tcPr");
    const span = Number(attributeOf(childOf(properties, "gridSpan") ?? { attributes: {} }, "val") ?? 1);
    const merge = childOf(properties, "vMerge");
    const goesOn = merge !== undefined && attributeOf(merge, "val") !== "restart";
    const text = cellText(cell, state);
    const extra = Math.max(0, Math.min(60, Number.isInteger(span) ? span - 1 : 0));
    return [{ text, goesOn }, ...Array.from({ length: extra }, () => ({ text: "", goesOn }))];
  });
}

/** All that a cell holds in one line, a table within it too. */
function cellText(cell: Element, state: State): string {
  return childrenOf(cell)
    .map((child) => {
      if (child.name === "p") return [docxText(child), ...boxesIn(child).map((box) => cellText(box, state))].join(" ");
      if (child.name === "tbl")
        return rowsOf(child)
          .map((row) =>
            cellsOf(row, state)
              .map(({ text }) => text)
              .join(" "),
          )
          .join("; ");
      return child.name === "tcPr" ? "" : cellText(child, state);
    })
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "")
    .join(" ");
}
