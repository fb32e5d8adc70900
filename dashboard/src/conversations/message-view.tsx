import {
  ArrowPathIcon,
  HandThumbDownIcon,
  HandThumbUpIcon,
  PencilSquareIcon,
  QuestionMarkCircleIcon,
} from "@heroicons/react/16/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useOrganizationId, usePermissions } from "../live/index.ts";
import { Badge, Button, Markdown, TextLink, Time } from "../ui/index.ts";
import { AnswerDetails } from "./answer-details.tsx";
import { AnswerText } from "./answer-text.tsx";
import { ChangedSince } from "./changed-since.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import { useConversationTexts } from "./texts.ts";
import type { Message } from "./types.ts";

export interface MessageViewProps {
  message: Message;
  /** What it answers. */
  question: string;
  conversation: AnswerOf<"/v1/conversations/{id}">;
}

/** As the visitor saw it: their own words at the end, the agent's across the page. */
export function MessageView(props: MessageViewProps) {
  return props.message.role === "visitor" ? <Visitor message={props.message} /> : <Answer {...props} />;
}

function Visitor({ message }: { message: Message }) {
  const texts = useConversationTexts();
  return (
    <li className="flex flex-col items-end gap-1 ps-10">
      <p dir="auto" className="max-w-full rounded-sheet bg-accent-soft px-3.5 py-2 whitespace-pre-wrap wrap-anywhere">
        <span className="sr-only">{`${texts.saidBy.visitor}: `}</span>
        {message.text}
      </p>
      <Time at={message.createdAt} style="time" className="text-xs text-muted" />
    </li>
  );
}

function Answer({ message, question, conversation }: MessageViewProps) {
  const texts = useConversationTexts();
  const { can } = usePermissions();
  const [isCorrecting, setCorrecting] = useState(false);
  const { correction, reason } = message;
  const close = () => setCorrecting(false);
  return (
    <li className="flex flex-col items-start gap-1.5 pe-6">
      <p className="text-sm font-medium text-muted">
        <bdi>{conversation.agentName}</bdi>
      </p>
      <div className="w-full rounded-card border border-line bg-surface px-3.5 py-2.5">
        {message.corrects && (
          <div className="mb-2 border-b border-line pb-2">
            <Badge tone="info" icon={ArrowPathIcon}>
              {texts.correctionSent}
            </Badge>
            <p dir="auto" className="mt-1 text-sm wrap-anywhere text-muted">
              {texts.correctionSaid(message.corrects.said)}
            </p>
          </div>
        )}
        {message.text === "" ? <p className="text-muted">{texts.empty}</p> : <AnswerText parts={message.parts} />}
      </div>
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <Time at={message.createdAt} style="time" />
        {(reason === "unknown" || reason === "failed") && (
          <Badge tone={reason === "failed" ? "danger" : "warning"} icon={QuestionMarkCircleIcon}>
            {reason === "failed" ? texts.failed : texts.notAnswered}
          </Badge>
        )}
        {message.rating === "up" && (
          <Badge tone="success" icon={HandThumbUpIcon}>
            {texts.ratedUp}
          </Badge>
        )}
        {message.rating === "down" && (
          <Badge tone="danger" icon={HandThumbDownIcon}>
            {texts.ratedDown}
          </Badge>
        )}
        <AnswerDetails message={message} />
        {can("knowledge:write") && !isCorrecting && (
          <Button look="ghost" size="small" icon={PencilSquareIcon} onClick={() => setCorrecting(true)}>
            {correction ? texts.correctAgain : texts.correct}
          </Button>
        )}
      </div>
      <ChangedSince message={message} agentId={conversation.agentId} />
      {correction && !isCorrecting && <Corrected conversation={conversation} correction={correction} />}
      {isCorrecting && <CorrectionForm {...{ message, question }} onClose={close} />}
    </li>
  );
}

function Corrected({
  conversation,
  correction,
}: Pick<MessageViewProps, "conversation"> & { correction: NonNullable<Message["correction"]> }) {
  const texts = useConversationTexts();
  const organization = useOrganizationId() ?? "";
  return (
    <div className="w-full rounded-card border border-line-strong bg-success-soft px-3.5 py-2.5">
      <p className="mb-1 flex flex-wrap items-center justify-between gap-2 text-sm font-medium text-success-text">
        {texts.correctionState}
        <TextLink to={at.agent(organization, conversation.agentId, `knowledge/answers/${correction.answerId}`)}>
          {texts.seeAnswer}
        </TextLink>
      </p>
      <Markdown text={correction.answer} />
    </div>
  );
}
