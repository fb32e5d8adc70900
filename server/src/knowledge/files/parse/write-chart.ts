import type { Place } from "@parley/contracts";
import { allOf, childOf, childrenOf, rawText } from "./read-xml.ts";
import type { Element } from "../../extract/parse-html.ts";
import { escapeStart, type DocumentWriter } from "./write-document.ts";

/** A chart as its title and the table of its figures. */
export function writeChart(chart: Element | undefined, writer: DocumentWriter, place: Place | undefined): void {
  const title = [kindOf(chart), chartTitle(chart)].filter((part) => part !== "").join(": ");
  if (title !== "") writer.block(escapeStart(title), place);
  const series = allOf(chart, "ser").map((one) => ({
    name: pointsOf(childOf(one, "tx"))[0] ?? "",
    names: pointsOf(childOf(one, "cat")),
    values: pointsOf(childOf(one, "val")),
  }));
  const [first] = series;
  if (!first || first.values.length === 0) return;
  const rows = first.values.map((_, at) => ({
    cells: [first.names[at] ?? "", ...series.map(({ values }) => values[at] ?? "")],
  }));
  writer.table(["", ...series.map(({ name }) => name)], rows, place);
}

/** `Line chart`, from the element that draws it. */
function kindOf(chart: Element | undefined): string {
  const drawn = childrenOf(allOf(chart, "plotArea")[0]).find(({ name }) => name.endsWith("Chart"));
  const [, kind = ""] = /^([a-z]+)/.exec(drawn?.name ?? "") ?? [];
  return kind === "" ? "" : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} chart`;
}

export const chartTitle = (chart: Element | undefined): string =>
  allOf(allOf(chart, "title")[0], "t").map(rawText).join("").trim();

const pointsOf = (element: Element | undefined): string[] =>
  allOf(element, "pt").map((point) => rawText(childOf(point, "v")).trim());
