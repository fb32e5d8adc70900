import type { ProductSearchResult } from "@parley/contracts";
import type { Row } from "../../platform/index.ts";

const MOST_VALUES = 30;
const MOST_FACETS = 20;

/** Categories, brands and attributes with how many products have them, the commonest first. */
export function readFacets(rows: readonly Row[]): ProductSearchResult["facets"] {
  const facets = new Map<string, { value: string; count: number }[]>();
  for (const row of rows) {
    const [name, value] = nameOf(String(row["word"]));
    const values = facets.get(name) ?? [];
    facets.set(name, values);
    if (values.length < MOST_VALUES) values.push({ value, count: Number(row["count"]) });
  }
  return [...facets].slice(0, MOST_FACETS).map(([name, values]) => ({ name, values }));
}

function nameOf(word: string): [string, string] {
  if (word.startsWith("=b:")) return ["brand", word.slice(3)];
  if (word.startsWith("=c:")) return ["category", word.slice(3)];
  const [, name = "", value = ""] = /^=a:([^:]*):(.*)$/su.exec(word) ?? [];
  return [`attribute:${name}`, value];
}
