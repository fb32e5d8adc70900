import { PlusIcon } from "@heroicons/react/16/solid";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import {
  type RowOf,
  useAgentId,
  useList,
  useOrganizationId,
  useParam,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import {
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
  const [{ q, enabled }] = useSearchState();
  const { filtered, clear } = useFilters(["q", "enabled"]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useList(
    "/v1/agents/{id}/verified-answers",
    { id: agent, limit: 100, ...(q && { q }), ...((enabled === "true" || enabled === "false") && { enabled }) },
    { keep: true },
  );
  const add = mayWrite && (
    <Button look="primary" icon={PlusIcon} to={at.agent(organization, agent, "knowledge/answers/new")}>
      {texts.newAnswer}
    </Button>
  );
  const isNew = pathname.endsWith("/answers/new") && mayWrite;
  const panel = isNew ? <AnswerPanel /> : id !== "" && id !== "new" && <AnswerPanel key={id} id={id} />;
  const states = [
    { value: "true", label: texts.on },
    { value: "false", label: texts.off },
  ];
  return (
    <KnowledgePage action={add} panel={panel}>
      <FilterBar
        views={{ list: "verified-answers", agentId: agent }}
        filters={[{ name: "enabled", label: texts.state, options: states }]}
        search={texts.answersSearch}
      />
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

const columnsOf = (texts: ReturnType<typeof useKnowledgeTexts>, mayWrite: boolean): Column<Answer>[] => [
  {
    id: "question",
    header: texts.question,
    phone: "title",
    sort: ({ question }) => question,
    cell: ({ question, answer }) => (
      <span className="block min-w-0 py-1.5 leading-snug">
        <span dir="auto" className="block truncate font-medium">
          {question}
        </span>
        <span dir="auto" className="block truncate text-sm text-muted">
          {answer}
        </span>
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
