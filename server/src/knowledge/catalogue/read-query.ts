import { Fault, type ProductQuery, type ProductSort } from "@parley/contracts";
import { z } from "zod";
import type { Row } from "../../platform/index.ts";
import { analyseTitle } from "../analyse/analyse.ts";
import { type ProductFilter, stockWanted } from "./find-products.ts";
import { attributeKey, AVAILABLE, brandKey, categoryKey, stockCodes } from "./product-words.ts";

/** The filter that the names of an address stand for. @throws Fault invalid_request */
export function filterOfQuery(
  query: ProductQuery,
  { agentId, index, languages }: { agentId: string; index: number; languages: readonly string[] },
): ProductFilter {
  const { q = "", category, brand, stock, attribute = [], sourceId, origin } = query;
  const asked = q.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const last = /[\p{L}\p{N}]$/u.test(q) ? asked.at(-1) : undefined;
  const whole = last === undefined ? asked : asked.slice(0, -1);
  const keys = [
    ...(category === undefined || category === "" ? [] : [categoryKey(category.split(">"))]),
    ...(brand === undefined || brand === "" ? [] : [brandKey(brand)]),
    ...attribute.map(readAttribute),
    ...(sourceId === undefined ? [] : [`=s:${sourceId}`]),
  ];
  return {
    agentId,
    index,
    words: [...whole.flatMap((part) => groupsOf(part, languages)), ...keys.map((key) => [key])],
    prefix: last === undefined ? null : prefixOf(last, languages),
    minPrice: query.minPrice ?? null,
    maxPrice: query.maxPrice ?? null,
    stock: stock === undefined ? null : stockWanted(stock, stockCodes, AVAILABLE),
    origin: origin ?? null,
  };
}

/** The words of a text, each as the languages spell its stem. */
export function groupsOf(text: string, languages: readonly string[]): string[][] {
  const spelled = (languages.length === 0 ? ["und"] : languages).map((language) => analyseTitle(text, language));
  const longest = Math.max(...spelled.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => [...new Set(spelled.flatMap((words) => words[at] ?? []))]);
}

/** What is still being typed: the shortest of its stems begins everything that it may become. */
function prefixOf(part: string, languages: readonly string[]): string | null {
  const stems = groupsOf(part, languages).at(-1) ?? [];
  const typed = part.toLowerCase();
  const shortest = stems.toSorted((one, other) => one.length - other.length)[0];
  if (shortest === undefined) return null;
  return typed.startsWith(shortest) || shortest.startsWith(typed)
    ? shortest.length < typed.length
      ? shortest
      : typed
    : shortest;
}

function readAttribute(text: string): string {
  const [, name, value] = /^([^:]+):(.+)$/u.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new Fault("invalid_request", "Write an attribute as name:value, such as Colour:red.", { field: "attribute" });
  return attributeKey(name, value);
}

/** The number, and what the list is sorted by. */
export function pageCursor(row: Row, sort: ProductSort): string {
  return Buffer.from(JSON.stringify([sort, Number(row["number"]), String(row["key"])])).toString("base64url");
}

const parts = z.tuple([z.string().max(10), z.int().min(0).max(2_147_483_647), z.string().max(500)]);

export function readPageCursor(cursor: string, sort: ProductSort): { number: number; key: string } {
  try {
    const [of, number, key] = parts.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (of === sort && (sort === "name" || /^-?\d{1,18}$/u.test(key))) return { number, key };
  } catch {
    // Told below.
  }
  throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
}
