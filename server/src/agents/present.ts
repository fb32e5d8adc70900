import { type Agent, type AgentDetails, type AgentDraft, type AgentSettings, readLook } from "@parley/contracts";
import type { AgentRow } from "./agent-store.ts";
import { fill, textsOf } from "./texts/texts.ts";

export const DEFAULT_NAME = "Assistant";

/** Where the picture of an agent is shown that has one. */
export const logoUrlOf = (id: string): string => `/widget/agents/${id}/logo`;

/** The agent as everybody may see it: what people set, else what the site says, else a sensible word. */
export function presentAgent(
  row: Pick<AgentRow, "id" | "siteUrl" | "settings" | "profile" | "createdAt">,
  state: Agent["state"],
): Agent {
  const { settings, profile } = row;
  const language = settings.language ?? profile?.language ?? "en";
  const name = nameOf(row);
  return {
    id: row.id,
    name,
    siteUrl: row.siteUrl,
    language,
    greeting: settings.greeting || fill(textsOf(language).phrases.greeting, { name }),
    suggestions: settings.suggestions ?? profile?.starters ?? [],
    brand: {
      color: profile?.color ?? null,
      logoUrl: profile?.logoFile ? logoUrlOf(row.id) : null,
    },
    look: readLook(settings.look),
    state,
    createdAt: row.createdAt.toISOString(),
  };
}

/** With what only members may see. */
export function presentDetails(row: AgentRow, state: Agent["state"]): AgentDetails {
  return {
    ...presentAgent(row, state),
    status: row.status === "archived" ? "archived" : "active",
    revision: row.revision,
    version: row.version,
    hasDraft: row.draft !== null,
    settings: row.settings,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentDraft(row: AgentRow, state: Agent["state"]): AgentDraft {
  const settings = draftOf(row);
  return {
    agentId: row.id,
    revision: row.revision,
    changed: row.draft !== null,
    settings,
    agent: presentAgent({ ...row, settings }, state),
  };
}

export function draftOf(row: Pick<AgentRow, "draft" | "settings">): AgentSettings {
  return row.draft ?? row.settings;
}

export function nameOf({ settings, profile, siteUrl }: Pick<AgentRow, "settings" | "profile" | "siteUrl">): string {
  return settings.name ?? profile?.name ?? hostOf(siteUrl) ?? DEFAULT_NAME;
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).host.replace(/^www\./, "");
}
