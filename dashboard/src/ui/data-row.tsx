import type { ReactNode } from "react";
import { Checkbox } from "./checkbox.tsx";
import { cx } from "./cx.ts";
import type { Column } from "./data-table.tsx";
import { RouteLink } from "./link.tsx";
import { useKitTexts } from "./texts.ts";

export interface DataRowProps<Row> {
  row: Row;
  place: number;
  columns: readonly Column<Row>[];
  measure: ((element: HTMLElement | null) => void) | undefined;
  to: string | undefined;
  onOpen: (() => void) | undefined;
  isCurrent: boolean;
  /** The row opens in a panel beside the list: filters stay. */
  keepSearch: boolean;
  selection: { on: boolean; toggle: (range: boolean) => void } | null;
}

/** What can be pressed inside a row lies above the link that covers the row. */
const above =
  "[&_:is(a,button,[role=checkbox],[role=switch])]:relative [&_:is(a,button,[role=checkbox],[role=switch])]:z-1";

export function DataRow<Row>(props: DataRowProps<Row>) {
  const { row, place, columns, measure, to, onOpen, isCurrent, keepSearch, selection } = props;
  const texts = useKitTexts();
  const title = columns.find(({ phone }) => phone === "title") ?? columns[0];
  return (
    <tr
      role="row"
      ref={measure}
      data-index={place}
      aria-rowindex={place + 2}
      aria-current={isCurrent || undefined}
      aria-selected={selection ? selection.on : undefined}
      className={cx(
        "group/row relative flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-4 py-2.5 last:border-b-0 md:table-row md:p-0",
        "transition-colors duration-fast has-data-row-link:hover:bg-hover focus-within:bg-hover",
        selection?.on ? "bg-accent-soft" : isCurrent && "bg-pressed",
      )}
    >
      {selection && (
        <td
          role="cell"
          className={cx("relative z-1 md:w-10 md:border-b md:border-line md:ps-4 md:group-last/row:border-b-0")}
        >
          <span
            className="flex items-center"
            onClickCapture={(event) => {
              if (!event.shiftKey) return;
              event.preventDefault();
              event.stopPropagation();
              selection.toggle(true);
            }}
          >
            <Checkbox name={texts.selectRow} checked={selection.on} onChange={() => selection.toggle(false)} />
          </span>
        </td>
      )}
      {columns.map((column) => (
        <DataCell key={column.id} column={column} isTitle={column === title} {...{ to, onOpen, keepSearch }}>
          {column.cell(row)}
        </DataCell>
      ))}
    </tr>
  );
}

interface DataCellProps<Row> {
  column: Column<Row>;
  isTitle: boolean;
  to: string | undefined;
  onOpen: (() => void) | undefined;
  keepSearch: boolean;
  children: ReactNode;
}

const phoneLook = {
  title: "order-1 min-w-0 flex-1 basis-1/2",
  aside: "order-2 shrink-0",
  line: "order-4 text-sm text-muted md:text-base md:text-text empty:hidden md:empty:table-cell",
  hide: "hidden",
};

function DataCell<Row>({ column, isTitle, to, onOpen, keepSearch, children }: DataCellProps<Row>) {
  const look = isTitle ? "title" : (column.phone ?? "line");
  const labelled = look === "line" && (column.phoneLabel ?? column.align === "end");
  return (
    <>
      <td
        role="cell"
        data-label={labelled ? column.header : undefined}
        className={cx(
          labelled && "before:me-1.5 before:content-[attr(data-label)] md:before:content-none",
          "min-w-0 md:table-cell md:h-row md:align-middle md:truncate md:has-[button]:text-clip md:border-b md:border-line md:px-3 md:group-last/row:border-b-0 md:first:ps-4 md:last:pe-4",
          phoneLook[look],
          column.align === "end" ? "md:text-end tabular-nums" : "text-start",
          !isTitle && above,
        )}
      >
        {isTitle && (to !== undefined || onOpen) ? (
          <RowLink {...{ to, onOpen, keepSearch }}>{children}</RowLink>
        ) : (
          children
        )}
      </td>
      {look === "title" && <td aria-hidden className="order-3 basis-full md:hidden" />}
    </>
  );
}

const stretched =
  "block max-w-full truncate text-start outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus";

function RowLink({ to, onOpen, keepSearch, children }: Omit<DataCellProps<unknown>, "column" | "isTitle">) {
  if (to !== undefined)
    return (
      <RouteLink
        data-row-link
        data-keeps-focus
        to={to}
        className={stretched}
        resetScroll={false}
        keepSearch={keepSearch}
      >
        {children}
      </RouteLink>
    );
  return (
    <button type="button" data-row-link onClick={onOpen} className={stretched}>
      {children}
    </button>
  );
}
