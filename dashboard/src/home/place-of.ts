import { at } from "../addresses.ts";
import type { Attention, Start } from "./types.ts";

/** Where it can be mended. */
export function placeOf({ kind, agentId, target }: Attention, organization: string): string {
  const agent = agentId ?? "";
  if (kind === "question-unanswered" && agentId !== null) return at.agent(organization, agent, "knowledge/gaps");
  if (target.resource === "conversations" && target.id !== null) return at.conversation(organization, target.id);
  if (target.resource === "sources" && target.id !== null)
    return at.agent(organization, agent, `knowledge/sources/${target.id}`);
  if (target.resource === "recalls") return at.agent(organization, agent, "knowledge/recalls");
  if (kind === "draft-unpublished") return at.agent(organization, agent, "behaviour");
  if (target.resource === "installs") return at.agent(organization, agent, "widget/install");
  if (target.resource === "connections") return at.settings(organization, "connections");
  if (target.resource === "mails") return at.settings(organization, "mail");
  if (kind === "second-factor-missing") return at.security(organization);
  return at.home(organization);
}

/** Where a step of the beginning is done. */
export function placeOfStep(
  step: Start["steps"][number]["step"],
  agentId: string | null,
  organization: string,
): string {
  if (step === "invited") return at.settings(organization, "members/invite");
  if (step === "agent" || agentId === null) return at.start(organization);
  const places = {
    knowledge: "knowledge/sources",
    question: "playground",
    published: "behaviour",
    installed: "widget/install",
  } as const;
  return at.agent(organization, agentId, places[step]);
}
