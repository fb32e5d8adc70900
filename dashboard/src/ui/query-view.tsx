import { ArrowPathIcon } from "@heroicons/react/16/solid";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Empty } from "./empty.tsx";
import { useTakenAction } from "./page-action.ts";
import { AfterMoment, SkeletonShape, type SkeletonShapeProps } from "./skeleton.tsx";
import { useKitTexts } from "./texts.ts";

interface Failure {
  message: string;
  status?: number;
  requestId?: string | undefined;
}

/** What `useGet` gives. */
interface OneQuery<T> {
  data: T | undefined;
  error: Failure | null;
  isPending: boolean;
  refetch: () => unknown;
}

/** What `useList` gives. */
interface RowsQuery<Row> {
  rows: Row[];
  error: Failure | null;
  isPending: boolean;
  refetch: () => unknown;
}

interface Common {
  /** The final shape: `"rows"`, `"form"`, `"cards"`, `"text"`, or your own. */
  skeleton: SkeletonShapeProps["shape"] | ReactNode;
  /** Shown when there is nothing at all: an Empty. */
  empty?: ReactNode;
  /** True: something narrows the rows down; an empty answer then says so. */
  filtered?: boolean;
  onClearFilters?: () => void;
}

export interface QueryViewProps<T> extends Common {
  query: OneQuery<T>;
  isEmpty?: (data: T) => boolean;
  children: (data: T) => ReactNode;
}

export interface RowsViewProps<Row> extends Common {
  query: RowsQuery<Row>;
  children: (rows: Row[]) => ReactNode;
}

/** The four states of one answer. What was there stays while a new answer is on its way or does not come. */
export function QueryView<T>({ query, isEmpty, children, ...states }: QueryViewProps<T>) {
  const { data, error, refetch } = query;
  if (data !== undefined) {
    if (isEmpty?.(data)) return <NothingThere {...states} />;
    return children(data);
  }
  if (error) return <LoadFailure error={error} onRetry={refetch} />;
  return <Loading {...states} />;
}

/** The four states of a list. */
export function RowsView<Row>({ query, children, ...states }: RowsViewProps<Row>) {
  const { rows, error, isPending, refetch } = query;
  if (rows.length > 0) return children(rows);
  if (error) return <LoadFailure error={error} onRetry={refetch} />;
  if (isPending) return <Loading {...states} />;
  return <NothingThere {...states} />;
}

/** Until it is known whether anything is there, the page's action has no place yet. */
function Loading({ skeleton, empty, filtered }: Common) {
  useTakenAction(empty !== undefined && !filtered);
  return <AfterMoment>{isShape(skeleton) ? <SkeletonShape shape={skeleton} /> : skeleton}</AfterMoment>;
}

function isShape(skeleton: ReactNode): skeleton is SkeletonShapeProps["shape"] {
  return skeleton === "rows" || skeleton === "form" || skeleton === "cards" || skeleton === "text";
}

function NothingThere({ empty, filtered, onClearFilters }: Omit<Common, "skeleton">) {
  const texts = useKitTexts();
  if (!filtered) return empty ?? <Empty title={texts.nothingFound} />;
  const clear = onClearFilters && <Button onClick={onClearFilters}>{texts.clearFilters}</Button>;
  return <Empty picture="search" title={texts.nothingFits} action={clear} />;
}

export interface LoadFailureProps {
  error: Failure;
  onRetry?: () => unknown;
  small?: boolean;
}

/** What could not be loaded, why, and the way to try again. */
export function LoadFailure({ error, onRetry, small }: LoadFailureProps) {
  const texts = useKitTexts();
  return (
    <div
      role="alert"
      className={`mx-auto flex max-w-110 flex-col items-center px-4 text-center ${small ? "py-6" : "py-16"}`}
    >
      <p className="font-medium">{texts.failedTitle}</p>
      <p className="mt-1 text-pretty text-muted">{error.message}</p>
      {onRetry && (
        <Button className="mt-4" icon={ArrowPathIcon} onClick={() => void onRetry()}>
          {texts.retry}
        </Button>
      )}
      {error.requestId && <p className="mt-3 text-sm text-muted">{texts.reference(error.requestId)}</p>}
    </div>
  );
}
