import { ArrowPathIcon, PencilIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import {
  type AnswerOf,
  useAgentId,
  useGet,
  useList,
  useOrganizationId,
  usePermissions,
  useSend,
} from "../live/index.ts";
import {
  Badge,
  Button,
  LoadMore,
  Markdown,
  QueryView,
  RowsView,
  SidePanel,
  Sparkline,
  TextLink,
  Time,
} from "../ui/index.ts";
import { useGapTexts } from "./texts.ts";
import type { TopicDetail } from "./types.ts";

/** One topic: how often it is asked, in which words and where, and what can be done about it. */
export function GapPanel({ id, days }: { id: string; days: number }) {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const query = useGet("/v1/agents/{id}/gaps/{gapId}", { id: agent, gapId: id, days }, { live: ["conversations"] });
  return (
    <SidePanel title={query.data?.label ?? texts.topic} closeTo={at.agent(organization, agent, "knowledge/gaps")}>
      <QueryView query={query} skeleton="text">
        {(topic) => (
          <div className="space-y-6">
            <Facts topic={topic} />
            <Deeds topic={topic} />
            <TryAgain topic={topic} />
            <Questions id={topic.id} />
          </div>
        )}
      </QueryView>
    </SidePanel>
  );
}

const tones = { open: "warning", answered: "success", ignored: "neutral" } as const;

function Facts({ topic }: { topic: TopicDetail }) {
  const texts = useGapTexts();
  const { status, questions, conversations, spark, lastAt, now, before } = topic;
  const more = now - before;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <Badge tone={tones[status]}>{texts.statuses[status]}</Badge>
        <span>{`${texts.times(questions)} ${texts.inConversations(conversations)}`}</span>
        <span>
          {`${texts.lastAsked} `}
          <Time at={lastAt} />
        </span>
      </div>
      <Sparkline values={spark} label={texts.sparkOf(spark)} className="h-12 w-full" />
      <p className="text-sm text-muted">{more === 0 ? texts.same : more > 0 ? texts.more(more) : texts.less(-more)}</p>
    </div>
  );
}

function Deeds({ topic }: { topic: TopicDetail }) {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { id, agentId, status, revision, answerId } = topic;
  const change = useSend("patch", "/v1/agents/{id}/gaps/{gapId}", {
    changes: ["gaps", "answer-suggestions"],
    done: ({ status: now }) => (now === "ignored" ? texts.ignored : texts.reopened),
  });
  const set = (next: "open" | "ignored") =>
    change.send({ params: { id: agentId, gapId: id }, ifMatch: revision, body: { status: next } });
  if (!can("knowledge:write")) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {status !== "answered" && (
        <Button look="primary" icon={PencilIcon} to={at.agent(organization, agentId, `knowledge/gaps/${id}/answer`)}>
          {texts.write}
        </Button>
      )}
      {status === "answered" && answerId !== null && (
        <Button to={at.agent(organization, agentId, `knowledge/answers/${answerId}`)}>{texts.seeAnswer}</Button>
      )}
      {status === "open" ? (
        <Button loading={change.isSending} onClick={() => set("ignored")}>
          {texts.ignore}
        </Button>
      ) : (
        <Button loading={change.isSending} onClick={() => set("open")}>
          {texts.reopen}
        </Button>
      )}
    </div>
  );
}

type Tried = AnswerOf<"/v1/agents/{id}/gaps/{gapId}/try", "post">;

function TryAgain({ topic: { id, agentId } }: { topic: TopicDetail }) {
  const texts = useGapTexts();
  const [tried, setTried] = useState<Tried["data"] | null>(null);
  const again = useSend("post", "/v1/agents/{id}/gaps/{gapId}/try", { onDone: ({ data }) => setTried(data) });
  return (
    <section className="space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          icon={ArrowPathIcon}
          loading={again.isSending}
          onClick={() => again.send({ params: { id: agentId, gapId: id } })}
        >
          {texts.tryAgain}
        </Button>
        <p className="text-sm text-muted" role="status">
          {tried === null
            ? texts.tryText
            : texts.answersNow(tried.filter(({ answered }) => answered).length, tried.length)}
        </p>
      </div>
      {tried !== null && (
        <ul className="divide-y divide-line rounded-card border border-line">
          {tried.map(({ question, answered, answer }) => (
            <li key={question} className="space-y-1 p-3">
              <div className="flex items-start justify-between gap-2">
                <p dir="auto" className="min-w-0 font-medium wrap-anywhere">
                  {question}
                </p>
                <Badge tone={answered ? "success" : "warning"}>{answered ? texts.answersIt : texts.answersNot}</Badge>
              </div>
              {answered && (
                <div dir="auto" className="line-clamp-3 text-sm text-muted">
                  <Markdown text={answer} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Questions({ id }: { id: string }) {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const list = useList(
    "/v1/agents/{id}/gaps/{gapId}/questions",
    { id: agent, gapId: id, limit: 30 },
    { live: ["gaps", "conversations"] },
  );
  return (
    <section>
      <h3 className="mb-2 font-medium">{texts.asked}</h3>
      <RowsView query={list} skeleton="rows">
        {(rows) => (
          <>
            <ul className="divide-y divide-line">
              {rows.map(({ id: message, text, cause, askedAt, conversationId }) => (
                <li key={message} className="py-2.5">
                  <p dir="auto" className="wrap-anywhere">
                    {text}
                  </p>
                  <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted">
                    <span>{texts.causes[cause]}</span>
                    <Time at={askedAt} />
                    <TextLink quiet to={at.conversation(organization, conversationId)}>
                      {texts.conversation}
                    </TextLink>
                  </p>
                </li>
              ))}
            </ul>
            <LoadMore list={list} />
          </>
        )}
      </RowsView>
    </section>
  );
}
