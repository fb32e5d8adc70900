import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useRef } from "react";
import { at } from "../addresses.ts";
import { KnowledgePage } from "../knowledge/knowledge-page.tsx";
import {
  useAgentId,
  useList,
  useOrganizationId,
  useParam,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import { Empty, LoadMore, RowsView, SegmentedControl, toast } from "../ui/index.ts";
import { AnswersNav } from "./answers-nav.tsx";
import { type Suggestion, SuggestionCard } from "./suggestion-card.tsx";
import { SuggestionPanel } from "./suggestion-panel.tsx";
import { useAnswerTexts } from "./texts.ts";

/** What may become a verified answer: looked at one by one, with the keys or the pointer. */
export function SuggestionsScreen() {
  const texts = useAnswerTexts();
  const agent = useAgentId() ?? "";
  const id = useParam("suggestion");
  const { can } = usePermissions();
  const [{ status }, setSearch] = useSearchState();
  const shown = status === "dismissed" ? "dismissed" : "suggested";
  const list = useList(
    "/v1/agents/{id}/answer-suggestions",
    { id: agent, limit: 50, status: shown },
    { live: ["gaps", "conversations"] },
  );
  const mayWrite = can("knowledge:write");
  return (
    <KnowledgePage panel={id !== "" && mayWrite && <SuggestionPanel key={id} id={id} />}>
      <AnswersNav />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <SegmentedControl
          label={texts.state}
          value={shown}
          onChange={(next) => setSearch({ status: next === "suggested" ? null : next })}
          options={[
            { value: "suggested", label: texts.waiting },
            { value: "dismissed", label: texts.dismissedOnes },
          ]}
        />
        {mayWrite && shown === "suggested" && <p className="text-sm text-muted pointer-coarse:hidden">{texts.keys}</p>}
      </div>
      <RowsView
        query={list}
        skeleton="cards"
        empty={
          shown === "suggested" ? (
            <Empty picture="conversation" title={texts.noSuggestions} text={texts.noSuggestionsText} />
          ) : (
            <Empty picture="conversation" title={texts.noDismissed} />
          )
        }
      >
        {(rows) => (
          <>
            <SuggestionList rows={rows} mayWrite={mayWrite} />
            <LoadMore list={list} />
          </>
        )}
      </RowsView>
    </KnowledgePage>
  );
}

function SuggestionList({ rows, mayWrite }: { rows: readonly Suggestion[]; mayWrite: boolean }) {
  const texts = useAnswerTexts();
  const body = useRef<HTMLUListElement>(null);
  const deeds = useDeeds();
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const cards = [...(body.current?.querySelectorAll<HTMLElement>("[data-suggestion]") ?? [])];
    const here = cards.findIndex((card) => card.contains(document.activeElement));
    const row = rows[here];
    if (event.key === "j" || event.key === "k") cards[Math.max(0, here + (event.key === "j" ? 1 : -1))]?.focus();
    else if (!row || !mayWrite) return;
    else if (event.key === "a") deeds.approve(row);
    else if (event.key === "e") deeds.edit(row);
    else if (event.key === "d" && row.status === "suggested") deeds.dismiss(row);
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={body} aria-label={texts.suggestions} className="max-w-220 space-y-3" onKeyDown={onKey}>
      {rows.map((row) => (
        <li key={row.id}>
          <SuggestionCard suggestion={row} deeds={mayWrite ? deeds : null} />
        </li>
      ))}
    </ul>
  );
}

export type Deeds = ReturnType<typeof useDeeds>;

function useDeeds() {
  const texts = useAnswerTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const changes = ["answer-suggestions", "gaps", "verified-answers", "knowledge"];
  const approve = useSend("post", "/v1/agents/{id}/answer-suggestions/{suggestionId}/approve", {
    changes,
    done: texts.approved,
  });
  const change = useSend("patch", "/v1/agents/{id}/answer-suggestions/{suggestionId}", { changes });
  const placeOf = ({ id }: Suggestion) => ({ id: agent, suggestionId: id });
  const edit = ({ id }: Suggestion) =>
    void navigate({ to: at.agent(organization, agent, `knowledge/answers/suggestions/${id}`) });
  const takeUp = (row: Suggestion) => change.send({ params: placeOf(row), body: { status: "suggested" } });
  return {
    edit,
    takeUp,
    approve: (row: Suggestion) => {
      // Nobody has answered it yet: there is nothing to say yes to.
      if (row.answer === "") return edit(row);
      const { question, answer, language, revision } = row;
      approve.send({ params: placeOf(row), ifMatch: revision, body: { question, answer, language } });
    },
    dismiss: (row: Suggestion) => {
      change.sendAsync({ params: placeOf(row), ifMatch: row.revision, body: { status: "dismissed" } }).then(
        () => toast.done(texts.dismissed, { undo: () => takeUp(row) }),
        (error: unknown) => toast.problem(error instanceof Error ? error.message : String(error)),
      );
    },
  };
}
