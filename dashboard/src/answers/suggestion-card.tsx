import { CheckIcon, PencilIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { at } from "../addresses.ts";
import { type RowOf, useOrganizationId } from "../live/index.ts";
import { Badge, Button, Markdown, TextLink, Time } from "../ui/index.ts";
import type { Deeds } from "./suggestions-screen.tsx";
import { useAnswerTexts } from "./texts.ts";

export type Suggestion = RowOf<"/v1/agents/{id}/answer-suggestions">;

export function SuggestionCard({ suggestion, deeds }: { suggestion: Suggestion; deeds: Deeds | null }) {
  const texts = useAnswerTexts();
  const organization = useOrganizationId() ?? "";
  const { agentId, question, answer, reason, asked, createdAt, conversationId, topicId } = suggestion;
  return (
    <article
      data-suggestion
      tabIndex={0}
      aria-label={question}
      className="rounded-card border border-line bg-surface p-4 outline-none focus-visible:ring-focus"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <Badge tone={reason === "rated-up" ? "success" : "warning"}>{texts.reasons[reason]}</Badge>
        {reason === "asked-often" && <span>{texts.asked(asked)}</span>}
        <Time at={createdAt} />
        {conversationId !== null && (
          <TextLink quiet to={at.conversation(organization, conversationId)}>
            {texts.conversation}
          </TextLink>
        )}
        {topicId !== null && (
          <TextLink quiet to={at.agent(organization, agentId, `knowledge/gaps/${topicId}`)}>
            {texts.topic}
          </TextLink>
        )}
      </div>
      <p dir="auto" className="mt-2 font-medium wrap-anywhere">
        {question}
      </p>
      {answer !== "" && (
        <div dir="auto" className="mt-1 line-clamp-6 text-muted">
          <Markdown text={answer} />
        </div>
      )}
      {deeds && <SuggestionDeeds suggestion={suggestion} deeds={deeds} />}
    </article>
  );
}

function SuggestionDeeds({ suggestion, deeds }: { suggestion: Suggestion; deeds: Deeds }) {
  const texts = useAnswerTexts();
  const { answer, status } = suggestion;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {status === "dismissed" ? (
        <Button size="small" onClick={() => deeds.takeUp(suggestion)}>
          {texts.takeUp}
        </Button>
      ) : (
        <>
          {answer !== "" && (
            <Button size="small" look="primary" icon={CheckIcon} onClick={() => deeds.approve(suggestion)}>
              {texts.approve}
            </Button>
          )}
          <Button
            size="small"
            look={answer === "" ? "primary" : "secondary"}
            icon={PencilIcon}
            onClick={() => deeds.edit(suggestion)}
          >
            {answer === "" ? texts.write : texts.edit}
          </Button>
          <Button size="small" look="ghost" icon={XMarkIcon} onClick={() => deeds.dismiss(suggestion)}>
            {texts.dismiss}
          </Button>
        </>
      )}
    </div>
  );
}
