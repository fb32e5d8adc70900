import { type Agent, readLook } from "@parley/contracts";
import type { AgentRow } from "./agent-store.ts";
import { fill, textsOf } from "./texts/texts.ts";

export const DEFAULT_NAME = "Assistant";

/** The agent as everybody may see it: what people set, else what the site says, else a sensible word. */
export function presentAgent(row: AgentRow, state: Agent["state"]): Agent {
  const { settings, profile } = row;
  const language = settings.language ?? profile?.language ?? "en";
  const name = settings.name ?? profile?.name ?? hostOf(row.siteUrl) ?? DEFAULT_NAME;
  return {
    id: row.id,
    name,
    siteUrl: row.siteUrl,
    language,
    greeting: settings.greeting ?? fill(textsOf(language).phrases.greeting, { name }),
    suggestions: settings.suggestions ?? profile?.questions ?? [],
    brand: {
      color: profile?.color ?? null,
      logoUrl: profile?.logoFile ? `/widget/agents/${row.id}/logo` : null,
    },
    look: readLook(settings.look),
    state,
    createdAt: row.createdAt.toISOString(),
  };
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).host.replace(/^www\./, "");
}
