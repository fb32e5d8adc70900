import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

type Search = Readonly<Record<string, string | undefined>>;
type Change = Readonly<Record<string, string | null | undefined>>;

/** What the address says behind `?`. Null takes a name away; the history keeps one entry unless `push` says otherwise. */
export function useSearchState(): [Search, (change: Change, options?: { push?: boolean }) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (given: Change, { push = false }: { push?: boolean } = {}) => {
      const merge = (before: object) => ({ ...before, ...given });
      void navigate({ to: ".", search: merge, replace: !push, resetScroll: false });
    },
    [navigate],
  );
  const texts = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return [Object.fromEntries(texts), change];
}
