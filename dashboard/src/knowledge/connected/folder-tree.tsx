import {
  ChevronRightIcon,
  FolderIcon,
  RectangleStackIcon,
  ServerStackIcon,
  XMarkIcon,
} from "@heroicons/react/16/solid";
import { useState } from "react";
import { type RowOf, useList } from "../../live/index.ts";
import { Checkbox, cx, Empty, LoadMore, RowsView, SearchInput } from "../../ui/index.ts";
import { useConnectedTexts } from "./texts.ts";

type Container = RowOf<"/v1/connected-accounts/{id}/containers">;

export interface Chosen {
  id: string;
  name: string;
}

interface TreeProps {
  account: string;
  chosen: readonly Chosen[];
  onChange: (chosen: Chosen[]) => void;
  label: string;
}

/** Drives, folders or collections to choose from: opened one by one, or found by name. What is chosen holds all below it. */
export function FolderTree({ account, chosen, onChange, label }: TreeProps) {
  const texts = useConnectedTexts();
  const [q, setQ] = useState("");
  const choose = ({ id, name }: Chosen, on: boolean) => {
    const others = chosen.filter((one) => one.id !== id);
    onChange(on ? [...others, { id, name }] : others);
  };
  return (
    <div role="group" aria-label={label} className="space-y-3">
      {chosen.length > 0 && (
        <ul aria-label={texts.chosen} className="flex flex-wrap gap-1.5">
          {chosen.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-label={texts.takeOut(one.name || one.id)}
                onClick={() => choose(one, false)}
                className="inline-flex h-7 max-w-60 items-center gap-1 rounded-full border border-accent bg-accent-soft ps-2.5 pe-1.5 text-sm text-accent-text pointer-coarse:h-10"
              >
                <span className="truncate">{one.name || one.id}</span>
                <XMarkIcon aria-hidden className="size-4 shrink-0" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <SearchInput value={q} onChange={setQ} placeholder={texts.findFolder} />
      <div className="max-h-80 overflow-y-auto rounded-card border border-line p-1.5">
        <Branch key={q} {...{ account, chosen, choose }} query={q === "" ? {} : { q }} />
      </div>
    </div>
  );
}

interface BranchProps {
  account: string;
  chosen: readonly Chosen[];
  choose: (one: Chosen, on: boolean) => void;
  query: { parent?: string; q?: string };
  /** Something above is chosen already. */
  held?: boolean;
}

function Branch({ account, chosen, choose, query, held = false }: BranchProps) {
  const texts = useConnectedTexts();
  const list = useList("/v1/connected-accounts/{id}/containers", { id: account, ...query });
  const none =
    query.q !== undefined ? texts.nothingFound : query.parent === undefined ? texts.noContainers : texts.nothingBelow;
  return (
    <RowsView query={list} skeleton="text" empty={<Empty small picture="list" title={none} />}>
      {(rows) => (
        <>
          <ul className={cx(query.parent !== undefined && "ms-3 border-s border-line ps-2")}>
            {rows.map((container) => (
              <Node key={container.id} {...{ account, chosen, choose, container, held }} />
            ))}
          </ul>
          <LoadMore list={list} />
        </>
      )}
    </RowsView>
  );
}

const glyphs = { drive: ServerStackIcon, folder: FolderIcon, collection: RectangleStackIcon };

function Node({ container, ...tree }: Omit<BranchProps, "query"> & { container: Container }) {
  const texts = useConnectedTexts();
  const [isOpen, setOpen] = useState(false);
  const { id, name, kind, opens, choosable, path } = container;
  const isChosen = tree.chosen.some((one) => one.id === id);
  const Glyph = glyphs[kind];
  return (
    <li>
      <div className="flex min-h-8 items-center gap-2 rounded-control pe-2 hover:bg-hover pointer-coarse:min-h-11">
        {opens ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? texts.close(name) : texts.open(name)}
            onClick={() => setOpen(!isOpen)}
            className="grid size-7 shrink-0 place-items-center rounded-control text-muted hover:text-text pointer-coarse:size-11"
          >
            <ChevronRightIcon
              aria-hidden
              className={cx("size-4 transition-transform rtl:rotate-180", isOpen && "rotate-90 rtl:rotate-90")}
            />
          </button>
        ) : (
          <span className="size-7 shrink-0 pointer-coarse:size-11" />
        )}
        {choosable ? (
          <Checkbox
            name={name}
            checked={isChosen || tree.held === true}
            disabled={tree.held === true}
            onChange={(on) => tree.choose({ id, name }, on)}
          />
        ) : (
          <span className="size-4 shrink-0" />
        )}
        <Glyph aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 flex-1 truncate">
          {name}
          {path.length > 0 && <span className="text-sm text-muted">{` · ${path.join(" / ")}`}</span>}
        </span>
      </div>
      {isOpen && <Branch {...tree} query={{ parent: id }} held={isChosen || tree.held === true} />}
    </li>
  );
}
