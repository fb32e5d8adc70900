import { at, withQuery } from "../addresses.ts";
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
  Progress,
  QueryView,
  RowsView,
  SidePanel,
  TextLink,
  Time,
  toast,
} from "../ui/index.ts";
import { SendCorrection } from "./send-correction.tsx";
import { useRecallTexts } from "./recall-texts.ts";
import { WriteRecalled } from "./write-recalled.tsx";

export type Recall = AnswerOf<"/v1/recalls/{id}">;

/** One answer that would be another today: why, what differs, who got it, and what to do about it. */
export function RecallPanel({ id }: { id: string }) {
  const texts = useRecallTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const query = useGet("/v1/recalls/{id}", { id });
  const { data } = query;
  return (
    <SidePanel
      size="wide"
      title={data?.question ?? texts.recalls}
      description={data && texts.gotIt(data.people)}
      closeTo={at.agent(organization, agent, "knowledge/recalls")}
    >
      <QueryView query={query} skeleton="text">
        {(recall) => <Shown recall={recall} />}
      </QueryView>
    </SidePanel>
  );
}

function Shown({ recall }: { recall: Recall }) {
  const texts = useRecallTexts();
  const { state, differs, closedBy, closedAt, newAnswer, newReason } = recall;
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={state === "open" ? "warning" : state === "sent" || state === "verified" ? "success" : "neutral"}>
          {texts.outcome[state]}
        </Badge>
        {state === "open" && differs.map((one) => <Badge key={one}>{texts.differs[one]}</Badge>)}
        {closedAt !== null && (
          <span className="text-sm text-muted">
            <Time at={closedAt} /> {closedBy?.name && texts.closedBy(closedBy.name)}
          </span>
        )}
      </p>
      <div className="@container">
        <div className="grid gap-3 @xl:grid-cols-2">
          <Side title={texts.oldAnswer} recall={recall} side="old" />
          <Side title={texts.newAnswer} recall={recall} side="new" />
        </div>
        {(newAnswer === null || newReason !== "answered") && state !== "checking" && (
          <p className="mt-2 text-sm text-muted">{texts.noNewAnswer}</p>
        )}
      </div>
      <Actions recall={recall} />
      <Cause recall={recall} />
      <Given recall={recall} />
    </div>
  );
}

/** Each with its own marks: what went is struck out, what came is underlined. */
function Side({ title, recall, side }: { title: string; recall: Recall; side: "old" | "new" }) {
  const { difference, oldAnswer, newAnswer, newReason } = recall;
  const other = side === "old" ? "added" : "removed";
  const isComparable = difference.length > 0 && newReason === "answered";
  const text = side === "old" ? oldAnswer : (newAnswer ?? "");
  return (
    <section className="min-w-0 rounded-card border border-line p-3.5">
      <h3 className="mb-1.5 text-sm font-medium text-muted">{title}</h3>
      {isComparable ? (
        <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
          {difference
            .filter(({ type }) => type !== other)
            .map(({ type, text: words }, place) =>
              type === "same" ? (
                words
              ) : type === "added" ? (
                <ins
                  key={place}
                  className="rounded-[3px] bg-success-soft text-success-text underline decoration-1 underline-offset-2"
                >
                  {words}
                </ins>
              ) : (
                <del key={place} className="rounded-[3px] bg-danger-soft text-danger-text line-through">
                  {words}
                </del>
              ),
            )}
        </p>
      ) : (
        <div dir="auto">{text === "" ? "—" : <Markdown text={text} />}</div>
      )}
    </section>
  );
}

function Actions({ recall }: { recall: Recall }) {
  const texts = useRecallTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { id, state, told, reachable, sentText, verifiedAnswerId, agentId } = recall;
  const reopen = useSend("post", "/v1/recalls/{id}/reopen", { changes: ["recalls"], done: texts.reopened });
  const dismiss = useSend("post", "/v1/recalls/{id}/dismiss", {
    changes: ["recalls"],
    onDone: () => toast.done(texts.dismissed, { undo: () => reopen.send({ params: { id } }) }),
  });
  const mayTell = can("conversations:write");
  const isOpen = state === "open";
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        {mayTell && (isOpen || state === "verified") && reachable > told && <SendCorrection recall={recall} />}
        {can("knowledge:write") && state !== "checking" && verifiedAnswerId === null && (
          <WriteRecalled recall={recall} />
        )}
        {mayTell && isOpen && (
          <Button look="ghost" loading={dismiss.isSending} onClick={() => dismiss.send({ params: { id } })}>
            {texts.dismiss}
          </Button>
        )}
        {mayTell && (state === "dismissed" || state === "same") && (
          <Button loading={reopen.isSending} onClick={() => reopen.send({ params: { id } })}>
            {texts.reopen}
          </Button>
        )}
      </div>
      {isOpen && reachable === 0 && <p className="text-sm text-muted">{texts.nobody}</p>}
      {state === "sent" && (
        <div className="space-y-2">
          <Progress label={texts.sent} value={told} max={reachable} tone={told === reachable ? "success" : "accent"} />
          <p className="text-sm text-muted">{texts.sending(told, reachable)}</p>
          <h3 className="text-sm font-medium text-muted">{texts.sentText}</h3>
          <div dir="auto" className="rounded-card border border-line p-3.5">
            <Markdown text={sentText ?? ""} />
          </div>
        </div>
      )}
      {verifiedAnswerId !== null && (
        <TextLink to={at.agent(organization, agentId, `knowledge/answers/${verifiedAnswerId}`)}>
          {texts.seeAnswer}
        </TextLink>
      )}
    </div>
  );
}

function Cause({ recall: { cause, agentId } }: { recall: Recall }) {
  const texts = useRecallTexts();
  const organization = useOrganizationId() ?? "";
  const document = at.agent(organization, agentId, `knowledge/documents/${cause.documentId}`);
  return (
    <section className="space-y-2">
      <h3 className="font-medium">{texts.cause}</h3>
      <p className="wrap-anywhere">
        {cause.title || cause.url}
        {cause.removed && (
          <>
            {" "}
            <Badge tone="danger">{texts.pageGone}</Badge>
          </>
        )}
      </p>
      <p className="text-sm text-muted">{texts.relied}</p>
      <blockquote
        dir="auto"
        className="border-s-2 border-line-strong ps-3 text-sm wrap-anywhere whitespace-pre-line text-muted"
      >
        {cause.text}
      </blockquote>
      {!cause.removed && (
        <TextLink
          to={withQuery(document, {
            view: "versions",
            version: cause.from ?? cause.to,
            with: cause.from === null ? null : "present",
          })}
        >
          {texts.seeDifference}
        </TextLink>
      )}
    </section>
  );
}

function Given({ recall }: { recall: Recall }) {
  const texts = useRecallTexts();
  const organization = useOrganizationId() ?? "";
  const list = useList(
    "/v1/recalls/{id}/answers",
    { id: recall.id, limit: 20 },
    { live: ["conversations", "recalls"] },
  );
  return (
    <section className="space-y-2">
      <h3 className="font-medium">{texts.conversations}</h3>
      <RowsView query={list} skeleton="rows" empty={null}>
        {(rows) => (
          <>
            <ul className="divide-y divide-line overflow-hidden rounded-card border border-line">
              {rows.map(({ conversationId, messageId, answeredAt, reachable, toldAt }) => (
                <li key={messageId} className="flex min-h-11 flex-wrap items-center gap-x-3 px-3.5 py-2">
                  <TextLink to={at.conversation(organization, conversationId)}>
                    <Time at={answeredAt} style="datetime" />
                  </TextLink>
                  <span className="ms-auto text-sm text-muted">
                    {toldAt === null ? (
                      reachable ? (
                        texts.reachable
                      ) : (
                        texts.unreachable
                      )
                    ) : (
                      <>
                        {texts.toldAt} <Time at={toldAt} />
                      </>
                    )}
                  </span>
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
