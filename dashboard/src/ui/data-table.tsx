import { ArrowDownIcon, ArrowUpIcon } from "@heroicons/react/16/solid";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { Checkbox } from "./checkbox.tsx";
import { cx } from "./cx.ts";
import { DataRow } from "./data-row.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useKitTexts } from "./texts.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { type Sorting, useSorted } from "./use-sorted.ts";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What to order by. Only where all rows are there; null goes last. */
  sort?: (row: Row) => string | number | null;
  /** A CSS width, such as `"8rem"`; without one it takes its share. */
  width?: string;
  align?: "start" | "end";
  /** On phones a row is a card: `title` its first line (the first column by default), `aside` at that line's end, `hide` left out. */
  phone?: "title" | "aside" | "line" | "hide";
  /** On phones its header stands before the value; so it is for numbers (`align: "end"`) unless this says otherwise. */
  phoneLabel?: boolean;
}

export interface DataTableProps<Row> {
  /** What the rows are: its accessible name. */
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Where a row leads; the whole row is the link. */
  to?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** The row that a panel beside the table shows. */
  currentId?: string | null;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Buttons for what is selected. */
  bulk?: (ids: readonly string[]) => ReactNode;
  /** Below the last row: LoadMore. */
  after?: ReactNode;
}

const VIRTUAL_FROM = 200;

/** Rows to look through all day: sorted, selected, opened by hand or by keys. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowId, columns, selected, onSelect, bulk, after } = props;
  const sorting = useSorted(rows, columns);
  const body = useRef<HTMLTableSectionElement>(null);
  const window = useWindowOf(sorting.rows.length, body);
  const choose = useChoose(sorting.rows.map(rowId), { selected, onSelect });
  useRowKeys({ body, count: sorting.rows.length, scrollTo: window.scrollTo, onToggle: onSelect && choose.toggleAt });
  return (
    <>
      <div className="min-w-0 rounded-card border border-line md:overflow-clip">
        <table
          role="table"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          className="block w-full md:table md:table-fixed"
        >
          <Head columns={columns} sorting={sorting} choose={onSelect ? choose : null} />
          <tbody role="rowgroup" ref={body} className="block md:table-row-group">
            {window.before > 0 && <tr aria-hidden style={{ height: window.before }} className="block md:table-row" />}
            {window.places.map((place) => {
              const row = sorting.rows[place];
              if (row === undefined) return null;
              const id = rowId(row);
              return (
                <DataRow
                  key={id}
                  {...{ row, place, columns }}
                  measure={window.measure}
                  to={props.to?.(row)}
                  onOpen={props.onOpen && (() => props.onOpen?.(row))}
                  isCurrent={props.currentId === id}
                  keepSearch={props.currentId !== undefined}
                  selection={
                    onSelect
                      ? { on: selected?.has(id) ?? false, toggle: (range) => choose.toggleAt(place, range) }
                      : null
                  }
                />
              );
            })}
            {window.after > 0 && <tr aria-hidden style={{ height: window.after }} className="block md:table-row" />}
          </tbody>
        </table>
      </div>
      {after}
      {onSelect && bulk && selected && selected.size > 0 && (
        <SelectionBar count={selected.size} onClear={() => onSelect(new Set())}>
          {bulk([...selected])}
        </SelectionBar>
      )}
    </>
  );
}

interface HeadProps<Row> {
  columns: readonly Column<Row>[];
  sorting: Sorting<Row>;
  choose: { all: boolean | "some"; toggleAll: () => void } | null;
}

function Head<Row>({ columns, sorting, choose }: HeadProps<Row>) {
  const texts = useKitTexts();
  return (
    <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
      <tr role="row">
        {choose && (
          <th role="columnheader" className={cx(headCell, "w-10 ps-4 pe-0")}>
            <Checkbox name={texts.selectAll} checked={choose.all} onChange={choose.toggleAll} />
          </th>
        )}
        {columns.map((column) => {
          const { id, header, sort, width, align } = column;
          const direction = sorting.by === id ? (sorting.down ? "descending" : "ascending") : "none";
          return (
            <th
              key={id}
              role="columnheader"
              style={{ width }}
              aria-sort={sort ? direction : undefined}
              className={cx(headCell, align === "end" ? "text-end" : "text-start")}
            >
              {sort ? (
                <SortButton {...{ header, direction }} end={align === "end"} onPress={() => sorting.press(id)} />
              ) : (
                header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const headCell =
  "md:sticky md:top-0 z-10 h-9 border-b border-line bg-page px-3 text-sm font-medium text-muted first:ps-4 last:pe-4 truncate";

interface SortButtonProps {
  header: string;
  direction: string;
  end: boolean;
  onPress: () => void;
}

function SortButton({ header, direction, end, onPress }: SortButtonProps) {
  const texts = useKitTexts();
  const Glyph = direction === "descending" ? ArrowDownIcon : ArrowUpIcon;
  return (
    <button
      type="button"
      title={texts.sortBy(header)}
      onClick={onPress}
      className="group relative inline-flex max-w-full items-center rounded-control hover:text-text"
    >
      <span className="truncate">{header}</span>
      <Glyph
        aria-hidden
        className={cx(
          "absolute size-3.5",
          end ? "end-full me-1" : "start-full ms-1",
          direction === "none" && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
        )}
      />
    </button>
  );
}

/** Which rows are drawn: all of a few, those in sight of many. */
function useWindowOf(count: number, body: RefObject<HTMLElement | null>) {
  const many = count > VIRTUAL_FROM;
  const scroller = () => body.current?.closest<HTMLElement>("[data-scroller]") ?? null;
  const margin = () => {
    const outer = scroller();
    if (!outer || !body.current) return 0;
    return body.current.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop;
  };
  const [offset, setOffset] = useState(0);
  const virtual = useVirtualizer({
    count: many ? count : 0,
    getScrollElement: scroller,
    estimateSize: () => 40,
    overscan: 12,
    scrollMargin: offset,
    onChange: (instance) => {
      const next = Math.round(margin());
      if (Math.abs(next - instance.options.scrollMargin) > 1) setOffset(next);
    },
  });
  if (!many) {
    const places = Array.from({ length: count }, (_, place) => place);
    return { places, before: 0, after: 0, measure: undefined, scrollTo: undefined };
  }
  const items = virtual.getVirtualItems();
  return {
    places: items.map((item) => item.index),
    before: (items[0]?.start ?? offset) - offset,
    after: virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset),
    measure: virtual.measureElement,
    scrollTo: (place: number) => virtual.scrollToIndex(place),
  };
}

interface Choosing {
  selected: ReadonlySet<string> | undefined;
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined;
}

/** Selecting: one, with Shift all from the last one on, or all. */
function useChoose(ids: readonly string[], { selected, onSelect }: Choosing) {
  const last = useRef(0);
  const chosen = ids.filter((id) => selected?.has(id)).length;
  const all: boolean | "some" = chosen === 0 ? false : chosen === ids.length ? true : "some";
  return {
    all,
    toggleAll: () => onSelect?.(new Set(all === true ? [] : ids)),
    toggleAt: (place: number, range = false) => {
      const next = new Set(selected);
      const on = !next.has(ids[place] ?? "");
      const [from, to] = range ? [Math.min(last.current, place), Math.max(last.current, place)] : [place, place];
      for (const id of ids.slice(from, to + 1))
        if (on) next.add(id);
        else next.delete(id);
      last.current = place;
      onSelect?.(next);
    },
  };
}
