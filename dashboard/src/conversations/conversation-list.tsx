import { TrashIcon } from "@heroicons/react/16/solid";
import { useRef, useState } from "react";
import { at } from "../addresses.ts";
import { useGet, useList, useOrganizationId, useParam, usePermissions, useSearchState } from "../live/index.ts";
import {
  AfterMoment,
  Button,
  Empty,
  FilterBar,
  LoadMore,
  NewItemsPill,
  RowsView,
  SearchInput,
  Skeleton,
} from "../ui/index.ts";
import { SelectionBar } from "../ui/selection-bar.tsx";
import { ConversationRow } from "./conversation-row.tsx";
import { useHeldRows } from "./hold-new-rows.ts";
import { useConversationTexts } from "./texts.ts";
import type { Conversation } from "./types.ts";
import { useDeletion, useHidden } from "./use-deletion.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useIsFiltered, useListFilters, useListQuery, withoutFilters } from "./use-list-query.ts";

export function ConversationList() {
  const texts = useConversationTexts();
  const [search, setSearch] = useSearchState();
  const query = useListQuery();
  const filters = useListFilters();
  const filtered = useIsFiltered();
  const list = useList("/v1/conversations", query, { keep: true });
  const hidden = useHidden();
  // The open conversation is what the page is about.
  const Heading = useParam("conversation") === "" ? "h1" : "h2";
  const rows = list.rows.filter(({ id }) => !hidden.has(id));
  return (
    <>
      <header className="border-b border-line px-4 pt-5 md:px-5">
        <Heading tabIndex={-1} className="mb-3 text-xl font-semibold tracking-[-0.012em]">
          {texts.conversations}
        </Heading>
        <SearchInput
          className="mb-2 sm:w-full"
          value={search["q"] ?? ""}
          placeholder={texts.find}
          onChange={(q) => setSearch({ q: q === "" ? null : q })}
        />
        <FilterBar views={{ list: "conversations" }} filters={filters} />
      </header>
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <RowsView
          query={{ ...list, rows }}
          skeleton={<ListSkeleton />}
          filtered={filtered}
          onClearFilters={() => setSearch(withoutFilters)}
          empty={<Empty picture="conversation" title={texts.none} text={texts.noneText} />}
        >
          {(found) => <Rows rows={found} list={list} name={JSON.stringify(query)} />}
        </RowsView>
      </div>
    </>
  );
}

interface RowsProps {
  rows: Conversation[];
  list: { hasMore: boolean; isLoadingMore: boolean; loadMore: () => void };
  /** Names what is listed. */
  name: string;
}

function Rows({ rows, list, name }: RowsProps) {
  const texts = useConversationTexts();
  const organization = useOrganizationId() ?? "";
  const [search] = useSearchState();
  const open = useParam("conversation");
  const { can } = usePermissions();
  const remove = useDeletion();
  const { shown, waiting, show } = useHeldRows(rows, name);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const agents = useGet("/v1/agents", { limit: 200, sort: "name" });
  const names = new Map(agents.data?.data.map(({ id, name: words }) => [id, words]));
  const body = useRef<HTMLUListElement>(null);
  const toggle = (id: string) => setSelected(toggled(selected, id));
  const mayDelete = can("conversations:write");
  useListKeys({ body, onToggle: mayDelete ? (place) => toggle(shown[place]?.id ?? "") : undefined });
  const chosen = shown.filter(({ id }) => selected.has(id));
  return (
    <>
      <NewItemsPill count={waiting} onClick={show} />
      <ul ref={body} aria-label={texts.list}>
        {shown.map((conversation, place) => (
          <ConversationRow
            key={conversation.id}
            place={place}
            conversation={conversation}
            agent={names.size > 1 ? names.get(conversation.agentId) : undefined}
            to={at.conversation(organization, conversation.id, search)}
            isOpen={conversation.id === open}
            isSelected={selected.has(conversation.id)}
            onToggle={mayDelete ? () => toggle(conversation.id) : undefined}
            isSelecting={chosen.length > 0}
          />
        ))}
      </ul>
      <LoadMore list={list} />
      {chosen.length > 0 && (
        <SelectionBar count={chosen.length} onClear={() => setSelected(new Set())}>
          <Button
            look="danger-quiet"
            icon={TrashIcon}
            onClick={() => {
              remove(chosen.map(({ id }) => id));
              setSelected(new Set());
            }}
          >
            {texts.remove}
          </Button>
        </SelectionBar>
      )}
    </>
  );
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

function ListSkeleton() {
  return (
    <AfterMoment>
      {[0, 1, 2, 3, 4, 5, 6].map((place) => (
        <div key={place} className="space-y-2 border-b border-line px-5 py-3.5">
          <Skeleton className={`h-3.5 ${["w-4/5", "w-3/5", "w-2/3"][place % 3]}`} />
          <Skeleton className="h-3 w-2/5" />
        </div>
      ))}
    </AfterMoment>
  );
}
