import type { Agent, LanguageModel } from "@parley/contracts";
import type { AgentRow } from "./agent-store.ts";
import type { AgentProfile } from "./types.ts";

/** What the answering needs to know of an agent, from its row and how it is presented. */
export function profileOf(
  { settings, status, profile }: Pick<AgentRow, "settings" | "status" | "profile">,
  agent: Agent,
  models: readonly LanguageModel[],
): AgentProfile {
  const { role, tone, length, instructions, goals, guardrails, greeting, fallbacks, hours, facts } = settings;
  return {
    id: agent.id,
    name: agent.name,
    language: agent.language,
    siteUrl: agent.siteUrl,
    stillReading: agent.state === "reading",
    archived: status === "archived",
    behaviour: { role, tone, length, instructions, goals, guardrails, greeting, fallbacks, hours, facts },
    ...(profile?.facts && { found: profile.facts }),
    ...aboutOf(profile, agent),
    models,
  };
}

/** Fewer words are a slogan, and more a page. */
const DESCRIPTION = /^(?=.{20,600}$).*\s/su;

function aboutOf(profile: AgentRow["profile"], { siteUrl }: Agent): Pick<AgentProfile, "about"> {
  const text = profile?.description?.trim() ?? "";
  return siteUrl !== null && DESCRIPTION.test(text) ? { about: { text, url: siteUrl } } : {};
}
