import { useNavigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { AnswerForm } from "../answers/answer-form.tsx";
import { useAgentId, useGet, useOrganizationId, useSend } from "../live/index.ts";
import { QueryView, SidePanel } from "../ui/index.ts";
import { useGapTexts } from "./texts.ts";

/** From a topic to its answer in one step: all that is left to write is what to say. */
export function WriteAnswerPanel({ id }: { id: string }) {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const topicAt = at.agent(organization, agent, `knowledge/gaps/${id}`);
  const query = useGet("/v1/agents/{id}/gaps/{gapId}", { id: agent, gapId: id });
  const answer = useSend("post", "/v1/agents/{id}/gaps/{gapId}/answer", {
    changes: ["gaps", "answer-suggestions", "verified-answers", "knowledge"],
    done: texts.written,
    onDone: () => void navigate({ to: topicAt }),
  });
  return (
    <SidePanel title={texts.writeTitle} description={texts.writeText} closeTo={topicAt}>
      <QueryView query={query} skeleton="form">
        {({ wordings: [question = "", ...variants], revision }) => (
          <AnswerForm
            start={{ question, variants: variants.slice(0, 30) }}
            onSave={(body) => answer.sendAsync({ params: { id: agent, gapId: id }, ifMatch: revision, body })}
          />
        )}
      </QueryView>
    </SidePanel>
  );
}
