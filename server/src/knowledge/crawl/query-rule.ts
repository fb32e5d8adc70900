import type { CrawlSettings } from "@parley/contracts";
import { matchName } from "./match-glob.ts";

/** Leaves of an address's query what the owner's rule keeps. */
export function tidyQuery(
  url: string,
  { queryRule, queryNames }: Pick<CrawlSettings, "queryRule" | "queryNames">,
): string {
  if (queryRule === "all" || !url.includes("?")) return url;
  const at = new URL(url);
  const isListed = (name: string) => queryNames.some((pattern) => matchName(pattern, name));
  const isKept = (name: string) => queryRule !== "none" && (queryRule === "only") === isListed(name);
  const pairs = at.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && isKept(decode(pair.split("=", 1)[0] ?? "")));
  at.search = pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  return at.href;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}
