import type { HomeFacts } from "../extract/home-facts.ts";

const separators = /\s+[|–—·•»:~]\s+|\s+-\s+|\s*\|\s*/;

/** The name of a site: what it says itself, else what its titles have in common, else the start of its own title. */
export function findName(
  home: HomeFacts,
  { titles, host }: { titles: readonly string[]; host: string },
): string | null {
  if (home.name !== null && home.name.length <= 60 && !/^https?:|^\w+\.\w{2,}$/i.test(home.name)) return home.name;
  const common = commonPart(titles);
  if (common !== undefined) return common;
  const parts = home.title
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const label = host.replace(/^www\./, "").split(".")[0] ?? "";
  const alike =
    parts.find((part) => fold(part) === fold(label)) ??
    parts.find((part) => part.length <= 40 && fold(label).length > 3 && fold(part).includes(fold(label)));
  const shortest = [...parts].sort((a, b) => a.length - b.length)[0];
  return alike ?? (shortest !== undefined && shortest.length <= 40 ? shortest : null) ?? home.name;
}

/** The end, or the beginning, that most titles share. */
function commonPart(titles: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  const split = titles
    .map((title) => title.split(separators).map((part) => part.trim()))
    .filter((parts) => parts.length > 1);
  if (split.length < 2) return undefined;
  for (const parts of split)
    for (const part of new Set([parts.at(-1) ?? "", parts[0] ?? ""])) counts.set(part, (counts.get(part) ?? 0) + 1);
  const [best] = [...counts].filter(([part]) => part.length >= 2 && part.length <= 60).sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 && best[1] * 2 >= titles.length ? best[0] : undefined;
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
