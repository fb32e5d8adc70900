import { type ViewListName, viewNamesOf } from "@parley/contracts";
import { useMemo } from "react";
import { type RowOf, useList, useSearchState } from "../live/index.ts";
import { useViewTexts } from "./texts.ts";
import { useHiddenViews } from "./use-view-deletion.ts";

export type View = RowOf<"/v1/views">;
type Query = Readonly<Record<string, string>>;

/** Which list the views are of; `documents` and `verified-answers` are an agent's. */
export interface ListOfViews {
  list: ViewListName;
  agentId?: string;
}

export interface ReadyView {
  id: string;
  name: string;
  query: Query;
}

export interface Views {
  mine: View[];
  shared: View[];
  readyMade: readonly ReadyView[];
  /** Filters, search and order as the address has them now. */
  query: Query;
  /** Nothing is set: the whole list. */
  isWhole: boolean;
  /** What is shown now, or what it began with. */
  current: View | ReadyView | null;
  /** That one, where it is saved. */
  saved: View | null;
  /** Something else is set than the current view says. */
  isChanged: boolean;
  /** Null: the whole list. */
  choose: (view: { id: string; query: Query } | null) => void;
  isKnown: boolean;
}

/** The views of a list, and which of them the address shows. */
export function useViews({ list, agentId }: ListOfViews): Views {
  const [search, setSearch] = useSearchState();
  const hidden = useHiddenViews();
  const readyMade = useReadyMade(list);
  const answer = useList("/v1/views", { list, limit: 200, ...(agentId !== undefined && { agentId }) });
  const views = answer.rows.filter(({ id }) => !hidden.has(id));
  const names = viewNamesOf(list);
  const query = Object.fromEntries(names.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  const isWhole = Object.keys(query).length === 0;
  const began = isWhole ? undefined : views.find(({ id }) => id === search["view"]);
  const current = began ?? [...views, ...readyMade].find((view) => isSame(view.query, query)) ?? null;
  return {
    mine: views.filter(({ shared }) => !shared),
    shared: views.filter(({ shared }) => shared),
    readyMade,
    query,
    isWhole,
    current,
    saved: views.find((view) => view === current) ?? null,
    isChanged: began !== undefined && !isSame(began.query, query),
    isKnown: !answer.isPending,
    choose: (view) => {
      const none = Object.fromEntries(names.map((name) => [name, null]));
      const isSaved = view?.id.startsWith("view_");
      setSearch({ ...none, ...view?.query, view: isSaved ? view?.id : null }, { push: true });
    },
  };
}

function isSame(one: Query, other: Query): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Those that everybody wants, without saving them. */
function useReadyMade(list: ViewListName): readonly ReadyView[] {
  const texts = useViewTexts();
  return useMemo(() => {
    const ofConversations: ReadyView[] = [
      { id: "not-answered", name: texts.notAnswered, query: { outcome: "unanswered" } },
      { id: "person-asked", name: texts.personAsked, query: { outcome: "person-asked" } },
      { id: "rated-down", name: texts.ratedDown, query: { rating: "down" } },
    ];
    return list === "conversations" ? ofConversations : [];
  }, [list, texts]);
}
