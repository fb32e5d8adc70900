import { useMemo } from "react";
import { useGet, useSearchState } from "../live/index.ts";
import type { Filter, Option } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";

const DAY_MS = 86_400_000;
const names = ["agentId", "outcome", "rating", "corrected", "channel", "since", "language"] as const;

/** The parameters of the list as the address says them, without what the API would refuse. */
export function useListQuery() {
  const [search] = useSearchState();
  const texts = useConversationTexts();
  return useMemo(() => {
    const one = <T extends string>(name: string, choices: Readonly<Record<T, string>>): T | undefined =>
      Object.keys(choices).find((key): key is T => key === search[name]);
    const since = Number(search["since"]);
    return {
      q: search["q"]?.slice(0, 300),
      agentId: search["agentId"],
      outcome: one("outcome", texts.outcomes),
      rating: one("rating", texts.ratings),
      corrected: one("corrected", texts.correctedChoices),
      channel: one("channel", texts.channels),
      language: search["language"],
      from: since > 0 ? startOfDay(since - 1) : undefined,
      limit: 50,
    };
  }, [search, texts]);
}

/** Days begin at midnight here; the same all day long, so that answers are kept. */
function startOfDay(back: number): string {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return new Date(midnight.getTime() - back * DAY_MS).toISOString();
}

export function useIsFiltered(): boolean {
  const [search] = useSearchState();
  return ["q", ...names].some((name) => search[name] !== undefined);
}

export const withoutFilters = Object.fromEntries(["q", ...names, "view"].map((name) => [name, null]));

/** Languages that agents answer in. */
const spoken = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "ro",
  "tr",
  "ru",
  "uk",
  "el",
  "he",
  "ar",
  "hi",
  "ja",
  "ko",
  "zh",
  "th",
  "vi",
];

export function useListFilters(): Filter[] {
  const texts = useConversationTexts();
  const agents = useGet("/v1/agents", { limit: 200, sort: "name" });
  const ofAgents = agents.data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const options = (words: Readonly<Record<string, string>>): Option[] =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return [
    ...(ofAgents.length > 1 ? [{ name: "agentId", label: texts.agent, options: ofAgents }] : []),
    { name: "outcome", label: texts.outcome, options: options(texts.outcomes) },
    { name: "rating", label: texts.rating, options: options(texts.ratings) },
    { name: "since", label: texts.since, options: options(texts.sinceChoices) },
    { name: "corrected", label: texts.corrected, options: options(texts.correctedChoices) },
    { name: "channel", label: texts.channel, options: options(texts.channels) },
    { name: "language", label: texts.language, options: languages() },
  ];
}

function languages(): Option[] {
  const words = new Intl.DisplayNames("en", { type: "language" });
  return spoken
    .map((value) => ({ value, label: words.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
