import {
  ArrowPathIcon,
  BookmarkIcon,
  ChevronDownIcon,
  PencilIcon,
  PlusIcon,
  TrashIcon,
} from "@heroicons/react/16/solid";
import { lazy, Suspense, useState } from "react";
import { useSend } from "../live/index.ts";
import { Button } from "../ui/button.tsx";
import { type SheetGroup, type SheetItem, SheetMenu } from "../ui/sheet-menu.tsx";
import { useViewTexts } from "./texts.ts";
import { useViewDeletion } from "./use-view-deletion.ts";
import { type ListOfViews, useViews, type View, type Views } from "./use-views.ts";

const ViewDialog = lazy(() => import("./view-dialog.tsx").then((all) => ({ default: all.ViewDialog })));
/** What the dialog is about: a view, or a new one. */
type Asked = { view: View | null } | null;

/** Which saved view of a list is shown, and all others. Always as wide, however many there are. */
export function ViewPicker({ of }: { of: ListOfViews }) {
  const texts = useViewTexts();
  const views = useViews(of);
  const [asked, setAsked] = useState<Asked>(null);
  const groups = useGroups(views, setAsked);
  return (
    <>
      <SheetMenu title={texts.views} trigger={<Trigger views={views} />} groups={groups} className="w-72" />
      <Asking of={of} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** Keeps what is set now: as a new view, or in the one that it began with. Nothing where it is saved. */
export function SaveView({ of }: { of: ListOfViews }) {
  const texts = useViewTexts();
  const views = useViews(of);
  const update = useUpdate(views);
  const [asked, setAsked] = useState<Asked>(null);
  const { isWhole, isKnown, isChanged, current } = views;
  const isNew = isKnown && !isWhole && (isChanged || current === null);
  return (
    <>
      {isNew && (
        <Button
          look="ghost"
          icon={update ? ArrowPathIcon : BookmarkIcon}
          loading={update?.isSending ?? false}
          onClick={() => (update ? update.send() : setAsked({ view: null }))}
        >
          {update ? texts.update : texts.save}
        </Button>
      )}
      <Asking of={of} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function Asking({ of, asked, onClose }: { of: ListOfViews; asked: Asked; onClose: () => void }) {
  return (
    asked !== null && (
      <Suspense>
        <ViewDialog of={of} view={asked.view} onClose={onClose} />
      </Suspense>
    )
  );
}

interface TriggerProps {
  views: Views;
}

function Trigger({ views, ...rest }: TriggerProps) {
  const texts = useViewTexts();
  const { current, isWhole, isKnown, isChanged } = views;
  const name = isWhole ? texts.all : (current?.name ?? (isKnown ? texts.unnamed : ""));
  const full = isChanged ? texts.changedView(name) : name;
  return (
    <button
      type="button"
      {...rest}
      aria-label={texts.viewIs(full)}
      className="inline-flex h-control w-44 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 text-start hover:bg-hover"
    >
      <BookmarkIcon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate font-medium">
        <bdi>{name}</bdi>
      </span>
      {isChanged && <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent" />}
      <ChevronDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
}

function useGroups(views: Views, ask: (asked: Asked) => void): SheetGroup[] {
  const texts = useViewTexts();
  const { isWhole, isChanged, current, choose } = views;
  const actions = useActions(views, ask);
  const itemOf = (view: { id: string; name: string; query: Readonly<Record<string, string>> }): SheetItem => ({
    id: view.id,
    label: view.name,
    checked: view.id === current?.id && !isChanged,
    onSelect: () => choose(view),
  });
  const sharedItem = (view: View): SheetItem => ({
    ...itemOf(view),
    hint: view.mine ? texts.sharedByYou : view.maker ? texts.by(view.maker.name) : undefined,
  });
  return [
    { id: "all", items: [{ id: "all", label: texts.all, checked: isWhole, onSelect: () => choose(null) }] },
    { id: "ready", title: texts.readyMade, items: views.readyMade.map(itemOf) },
    { id: "mine", title: texts.mine, items: views.mine.map(itemOf) },
    { id: "shared", title: texts.shared, items: views.shared.map(sharedItem) },
    { id: "actions", items: actions },
  ];
}

function useActions(views: Views, ask: (asked: Asked) => void): SheetItem[] {
  const texts = useViewTexts();
  const remove = useViewDeletion();
  const update = useUpdate(views);
  const { saved, isWhole, isChanged, current } = views;
  const own = saved?.mayChange ? saved : null;
  const isNew = !isWhole && (isChanged || current === null);
  return [
    ...(update ? [{ id: "update", label: texts.update, icon: ArrowPathIcon, onSelect: update.send }] : []),
    ...(isNew ? [{ id: "save", label: texts.saveAsNew, icon: PlusIcon, onSelect: () => ask({ view: null }) }] : []),
    ...(own
      ? [
          { id: "edit", label: texts.edit, icon: PencilIcon, onSelect: () => ask({ view: own }) },
          { id: "remove", label: texts.remove, icon: TrashIcon, danger: true, onSelect: () => remove(own) },
        ]
      : []),
  ];
}

/** Null where there is nothing to keep, or no right to. */
function useUpdate({ saved, isChanged, query }: Views): { send: () => void; isSending: boolean } | null {
  const texts = useViewTexts();
  const { send, isSending } = useSend("patch", "/v1/views/{id}", { done: ({ name }) => texts.updated(name) });
  if (!saved?.mayChange || !isChanged) return null;
  const { id, revision } = saved;
  return { isSending, send: () => send({ params: { id }, ifMatch: revision, body: { query } }) };
}
