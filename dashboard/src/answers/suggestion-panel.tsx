import { useNavigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useAgentId, useGet, useOrganizationId, useSend } from "../live/index.ts";
import { QueryView, SidePanel } from "../ui/index.ts";
import { AnswerForm } from "./answer-form.tsx";
import { useAnswerTexts } from "./texts.ts";

/** A suggestion as the answer that it would be: changed first, then approved. */
export function SuggestionPanel({ id }: { id: string }) {
  const texts = useAnswerTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const closeTo = at.agent(organization, agent, "knowledge/answers/suggestions");
  const query = useGet("/v1/agents/{id}/answer-suggestions/{suggestionId}", { id: agent, suggestionId: id });
  const approve = useSend("post", "/v1/agents/{id}/answer-suggestions/{suggestionId}/approve", {
    changes: ["answer-suggestions", "gaps", "verified-answers", "knowledge"],
    done: texts.approved,
    onDone: () => void navigate({ to: closeTo }),
  });
  return (
    <SidePanel title={texts.suggestion} closeTo={closeTo}>
      <QueryView query={query} skeleton="form">
        {({ question, variants, answer, language, revision }) => (
          <AnswerForm
            start={{ question, variants, answer, language }}
            save={texts.approve}
            onSave={(body) => approve.sendAsync({ params: { id: agent, suggestionId: id }, ifMatch: revision, body })}
          />
        )}
      </QueryView>
    </SidePanel>
  );
}
