import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { AnswerForm } from "../answers/answer-form.tsx";
import {
  type AnswerOf,
  useAgentId,
  useGet,
  useOrganizationId,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import { Button, Markdown, QueryView, SidePanel, TextLink, Time } from "../ui/index.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useKnowledgeTexts } from "./texts.ts";

type Answer = AnswerOf<"/v1/agents/{id}/verified-answers/{answerId}">;

/** Without an id: a new answer, to the question in the address if there is one. */
export function AnswerPanel({ id }: { id?: string }) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const query = useGet(
    "/v1/agents/{id}/verified-answers/{answerId}",
    { id: agent, answerId: id ?? "" },
    { enabled: id !== undefined },
  );
  const closeTo = at.agent(organization, agent, "knowledge/answers");
  if (id === undefined)
    return (
      <SidePanel title={texts.newAnswer} description={texts.answersText} closeTo={closeTo}>
        <NewAnswer />
      </SidePanel>
    );
  return (
    <SidePanel title={texts.editAnswer} closeTo={closeTo}>
      <QueryView query={query} skeleton="form">
        {(answer) => (can("knowledge:write") ? <EditAnswer answer={answer} /> : <ReadOnly answer={answer} />)}
      </QueryView>
    </SidePanel>
  );
}

function ReadOnly({ answer }: { answer: Answer }) {
  return (
    <div dir="auto" className="space-y-3">
      <p className="font-medium">{answer.question}</p>
      <Markdown text={answer.answer} />
    </div>
  );
}

function NewAnswer() {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const [search] = useSearchState();
  const create = useSend("post", "/v1/agents/{id}/verified-answers", {
    changes: ["knowledge"],
    done: texts.created,
    onDone: ({ id }) => void navigate({ to: at.agent(organization, agent, `knowledge/answers/${id}`) }),
  });
  return (
    <AnswerForm
      start={{ question: search["question"] ?? "" }}
      onSave={(body) => create.sendAsync({ params: { id: agent }, body })}
    />
  );
}

function EditAnswer({ answer }: { answer: Answer }) {
  const agent = useAgentId() ?? "";
  const change = useSend("patch", "/v1/agents/{id}/verified-answers/{answerId}", { changes: ["verified-answers"] });
  const { id, revision } = answer;
  return (
    <>
      <AnswerForm
        answer={answer}
        onSave={(body) => change.sendAsync({ params: { id: agent, answerId: id }, ifMatch: revision, body })}
      >
        <RemoveAnswer answer={answer} />
      </AnswerForm>
      <Made answer={answer} />
    </>
  );
}

function Made({ answer }: { answer: Answer }) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const { updatedAt, updatedBy, conversationId } = answer;
  return (
    <p className="flex flex-wrap gap-x-2 mt-5 border-t border-line pt-4 text-sm text-muted">
      <span>
        {`${texts.changed} `}
        <Time at={updatedAt} />
        {updatedBy.name !== null && ` ${texts.by(updatedBy.name)}`}
      </span>
      {conversationId !== null && (
        <TextLink quiet to={at.conversation(organization, conversationId)}>
          {texts.fromConversation}
        </TextLink>
      )}
    </p>
  );
}

function RemoveAnswer({ answer }: { answer: Answer }) {
  const texts = useKnowledgeTexts();
  const [asking, setAsking] = useState(false);
  const { id, agentId } = answer;
  const remove = useSend("delete", "/v1/agents/{id}/verified-answers/{answerId}", {
    changes: ["verified-answers", "knowledge"],
    done: texts.answerRemoved,
  });
  return (
    <>
      <Button look="danger-quiet" className="ms-auto" onClick={() => setAsking(true)}>
        {texts.remove}
      </Button>
      <RemoveDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.removeAnswer}
        text={texts.removeAnswerText}
        list="answers"
        agentId={agentId}
        onRemove={() => remove.sendAsync({ params: { id: agentId, answerId: id } })}
      />
    </>
  );
}
