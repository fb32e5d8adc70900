import type { ConfigurationDifference } from "@parley/contracts";

/** What applying a configuration changes, a line each: `~` changed, `+` new, `-` gone. */
export function describeDifference({ same, settings, sources, verifiedAnswers }: ConfigurationDifference): string {
  if (same) return "Nothing differs.";
  const marks = { added: "+", removed: "-", changed: "~" } as const;
  return [
    ...settings.flatMap(({ field, before, after, items }) =>
      items === null
        ? [`~ ${field}: ${say(before)} -> ${say(after)}`]
        : [`~ ${field}`, ...items.removed.map((item) => `  - ${item}`), ...items.added.map((item) => `  + ${item}`)],
    ),
    ...sources.map(({ url, change }) => `${marks[change]} source ${url}`),
    ...verifiedAnswers.map(({ question, change }) => `${marks[change]} verified answer “${question}”`),
  ].join("\n");
}

function say(value: unknown): string {
  return value === null || value === undefined ? "not set" : JSON.stringify(value);
}
