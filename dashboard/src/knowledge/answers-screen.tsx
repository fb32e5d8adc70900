import { PlusIcon } from "@heroicons/react/16/solid";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { AnswerFiles } from "../answers/answer-files.tsx";
import { AnswersNav } from "../answers/answers-nav.tsx";
import { ImportDialog } from "../answers/import-dialog.tsx";
import { useAnswerTexts } from "../answers/texts.ts";
import { at } from "../addresses.ts";
import {
  type RowOf,
  useAgentId,
  useGet,
  useList,
  useOrganizationId,
  useParam,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  Empty,
  FilterBar,
  LoadMore,
  RowsView,
  Switch,
  Time,
  useFilters,
} from "../ui/index.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { AnswersBulk } from "./answers-bulk.tsx";
import { KnowledgePage } from "./knowledge-page.tsx";
import { languageName } from "./language-name.ts";
import { useKnowledgeTexts } from "./texts.ts";

type Answer = RowOf<"/v1/agents/{id}/verified-answers">;

/** Answers that are said as written; one of them, or a new one, in a panel beside. */
export function AnswersScreen() {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const mayWrite = can("knowledge:write");
  const { pathname } = useLocation();
  const id = useParam("answer");
  const [{ q, enabled, state, tag, language }] = useSearchState();
  const { filtered, clear } = useFilters(["q", "enabled", "state", "tag", "language"]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useList(
    "/v1/agents/{id}/verified-answers",
    {
      id: agent,
      limit: 100,
      ...(q && { q }),
      ...((enabled === "true" || enabled === "false") && { enabled }),
      ...(isState(state) && { state }),
      ...(tag && { tag }),
      ...(language && { language }),
    },
    { keep: true },
  );
  const add = (
    <>
      <AnswerFiles mayWrite={mayWrite} />
      {mayWrite && (
        <Button look="primary" icon={PlusIcon} to={at.agent(organization, agent, "knowledge/answers/new")}>
          {texts.newAnswer}
        </Button>
      )}
    </>
  );
  const isNew = pathname.endsWith("/answers/new") && mayWrite;
  const panel = isNew ? (
    <AnswerPanel />
  ) : (
    id !== "" && id !== "new" && id !== "import" && <AnswerPanel key={id} id={id} />
  );
  const filters = useAnswerFilters(agent);
  return (
    <KnowledgePage action={add} panel={panel}>
      <AnswersNav />
      <ImportDialog open={id === "import" && mayWrite} />
      <FilterBar views={{ list: "verified-answers", agentId: agent }} filters={filters} search={texts.answersSearch} />
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty picture="conversation" title={texts.noAnswers} text={texts.noAnswersText} pageAction />}
      >
        {(rows) => (
          <DataTable
            label={texts.answers}
            rows={rows}
            rowId={(answer) => answer.id}
            columns={columnsOf(texts, mayWrite)}
            to={(answer) => at.agent(organization, agent, `knowledge/answers/${answer.id}`)}
            currentId={id || null}
            {...(mayWrite && {
              selected,
              onSelect: setSelected,
              bulk: (ids: readonly string[]) => <AnswersBulk ids={ids} onDone={() => setSelected(new Set())} />,
            })}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </KnowledgePage>
  );
}

const states = ["active", "scheduled", "expired", "off"] as const;
const isState = (text: string | undefined): text is (typeof states)[number] => states.some((one) => one === text);

function useAnswerFilters(agent: string) {
  const texts = useAnswerTexts();
  const { language } = useKnowledgeTexts();
  const tags = useGet("/v1/agents/{id}/verified-answers/tags", { id: agent });
  const summary = useGet("/v1/agents/{id}/knowledge", { id: agent });
  return [
    { name: "state", label: texts.state, options: states.map((value) => ({ value, label: texts.states[value] })) },
    { name: "tag", label: texts.tag, options: (tags.data?.data ?? []).map(({ tag }) => ({ value: tag, label: tag })) },
    {
      name: "language",
      label: language,
      options: (summary.data?.languages ?? []).map((value) => ({ value, label: languageName(value) })),
    },
  ].filter(({ options }) => options.length > 0);
}

const columnsOf = (texts: ReturnType<typeof useKnowledgeTexts>, mayWrite: boolean): Column<Answer>[] => [
  {
    id: "question",
    header: texts.question,
    phone: "title",
    sort: ({ question }) => question,
    cell: ({ question, answer, state, tags, validFrom, validTo }) => (
      <span className="block min-w-0 py-1.5 leading-snug">
        <span dir="auto" className="block truncate font-medium">
          {question}
        </span>
        <span dir="auto" className="block truncate text-sm text-muted">
          {answer}
        </span>
        {(state === "scheduled" || state === "expired" || tags.length > 0) && (
          <span className="mt-1 flex flex-wrap gap-1">
            {(state === "scheduled" || state === "expired") && <TimeBadge {...{ state, validFrom, validTo }} />}
            {tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        )}
      </span>
    ),
  },
  {
    id: "language",
    header: texts.language,
    width: "8rem",
    phone: "hide",
    sort: ({ language }) => language,
    cell: ({ language }) => languageName(language),
  },
  {
    id: "changed",
    header: texts.changed,
    width: "9rem",
    align: "end",
    phone: "hide",
    sort: ({ updatedAt }) => updatedAt,
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
  {
    id: "on",
    header: texts.on,
    width: "5rem",
    align: "end",
    phone: "aside",
    cell: (answer) => <OnSwitch answer={answer} disabled={!mayWrite} />,
  },
];

/** Only what is not said just now, though it is switched on. */
function TimeBadge({ state, validFrom, validTo }: Pick<Answer, "state" | "validFrom" | "validTo">) {
  const texts = useAnswerTexts();
  const at = state === "scheduled" ? validFrom : validTo;
  return (
    <Badge tone={state === "scheduled" ? "info" : "warning"}>
      {texts.states[state]}
      {at !== null && (
        <>
          {" · "}
          <Time at={at} />
        </>
      )}
    </Badge>
  );
}

function OnSwitch({ answer, disabled }: { answer: Answer; disabled: boolean }) {
  const texts = useKnowledgeTexts();
  const { id, agentId, enabled, revision, question } = answer;
  const change = useSend("patch", "/v1/agents/{id}/verified-answers/{answerId}", { changes: ["verified-answers"] });
  return (
    // The row itself is a link.
    <span className="relative z-10 inline-flex" onClick={(event) => event.stopPropagation()}>
      <Switch
        name={texts.onOf(question)}
        checked={enabled}
        disabled={disabled || change.isSending}
        onChange={(next) =>
          change.send({ params: { id: agentId, answerId: id }, ifMatch: revision, body: { enabled: next } })
        }
      />
    </span>
  );
}
