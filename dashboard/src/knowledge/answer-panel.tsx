import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import {
  type AnswerOf,
  useAgentId,
  useGet,
  useOrganizationId,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import {
  Button,
  Form,
  FormActions,
  FormField,
  Input,
  Markdown,
  QueryView,
  SegmentedControl,
  SidePanel,
  Switch,
  TagInput,
  Textarea,
  TextLink,
  Time,
  useKitForm,
} from "../ui/index.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useKnowledgeTexts } from "./texts.ts";

type Answer = AnswerOf<"/v1/agents/{id}/verified-answers/{answerId}">;

interface Values {
  question: string;
  variants: string[];
  answer: string;
  language: string;
  enabled: boolean;
}

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
        <AnswerForm />
      </SidePanel>
    );
  return (
    <SidePanel title={texts.editAnswer} closeTo={closeTo}>
      <QueryView query={query} skeleton="form">
        {(answer) => (can("knowledge:write") ? <AnswerForm answer={answer} /> : <ReadOnly answer={answer} />)}
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

function useAnswerForm(answer: Answer | undefined) {
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
  const change = useSend("patch", "/v1/agents/{id}/verified-answers/{answerId}", { changes: ["verified-answers"] });
  const empty = { question: search["question"] ?? "", variants: [], answer: "", language: "", enabled: true };
  return useKitForm<Values>({
    values: answer === undefined ? empty : pickValues(answer),
    onSubmit: async ({ language, ...values }) => {
      const body = { ...values, ...(language !== "" && { language }) };
      if (answer === undefined) await create.sendAsync({ params: { id: agent }, body });
      else await change.sendAsync({ params: { id: agent, answerId: answer.id }, ifMatch: answer.revision, body });
    },
  });
}

const pickValues = ({ question, variants, answer, language, enabled }: Answer): Values => ({
  question,
  variants,
  answer,
  language,
  enabled,
});

function AnswerForm({ answer }: { answer?: Answer }) {
  const texts = useKnowledgeTexts();
  const form = useAnswerForm(answer);
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="question" label={texts.question} help={texts.questionHelp} required>
        {(control) => (
          <Input {...control} autoFocus={!answer} maxLength={500} placeholder={texts.questionPlaceholder} />
        )}
      </FormField>
      <FormField form={form} name="variants" label={texts.variants} help={texts.variantsHelp} optional>
        {({ value, onChange, onBlur }) => (
          <TagInput values={value} onChange={onChange} onBlur={onBlur} split={/\n+/} max={30} />
        )}
      </FormField>
      <FormField form={form} name="answer" label={texts.answer} help={texts.answerHelp} required group>
        {({ value, onChange, onBlur }) => <AnswerText {...{ value, onChange, onBlur }} />}
      </FormField>
      <FormField form={form} name="language" label={texts.language} help={texts.languageHelp} optional>
        {(control) => <Input {...control} maxLength={35} placeholder={texts.languageAuto} spellCheck={false} />}
      </FormField>
      <FormField form={form} name="enabled" label={<span className="sr-only">{texts.on}</span>} group>
        {({ value, onChange }) => <Switch checked={value} onChange={onChange} label={texts.on} help={texts.onHelp} />}
      </FormField>
      <FormActions form={form} always={!answer} save={answer ? texts.save : texts.create}>
        {answer && <RemoveAnswer answer={answer} />}
      </FormActions>
      {answer && <Made answer={answer} />}
    </Form>
  );
}

interface TextProps {
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
}

/** Written, or as the visitor sees it. */
function AnswerText({ value, onChange, onBlur }: TextProps) {
  const texts = useKnowledgeTexts();
  const [view, setView] = useState<"write" | "preview">("write");
  return (
    <div className="space-y-2">
      <SegmentedControl
        label={texts.answer}
        value={view}
        onChange={setView}
        options={[
          { value: "write", label: texts.write },
          { value: "preview", label: texts.preview },
        ]}
      />
      {view === "write" ? (
        <Textarea
          label={texts.answer}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          rows={5}
          maxRows={16}
          maxLength={8_000}
          placeholder={texts.answerPlaceholder}
        />
      ) : (
        <div dir="auto" className="min-h-32 rounded-control border border-line bg-page p-3">
          <Markdown text={value} />
        </div>
      )}
    </div>
  );
}

function Made({ answer }: { answer: Answer }) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const { updatedAt, updatedBy, conversationId } = answer;
  return (
    <p className="flex flex-wrap gap-x-2 border-t border-line pt-4 text-sm text-muted">
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
