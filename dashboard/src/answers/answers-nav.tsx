import { at } from "../addresses.ts";
import { useAgentId, useGet, useOrganizationId, usePermissions } from "../live/index.ts";
import { useAnswerTexts } from "./texts.ts";
import { ViewNav } from "./view-nav.tsx";

/** What was written, and what waits for somebody's yes; only for who may read where it comes from. */
export function AnswersNav() {
  const texts = useAnswerTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const mayRead = can("conversations:read");
  const live = ["gaps", "conversations", "answer-suggestions"];
  const summary = useGet("/v1/agents/{id}/gaps/summary", { id: agent }, { enabled: mayRead, live });
  if (!mayRead) return null;
  return (
    <ViewNav
      label={texts.views}
      views={[
        { label: texts.answers, to: at.agent(organization, agent, "knowledge/answers") },
        {
          label: texts.suggestions,
          to: at.agent(organization, agent, "knowledge/answers/suggestions"),
          count: summary.data?.suggestions,
        },
      ]}
    />
  );
}
