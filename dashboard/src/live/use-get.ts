import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Api, type Problem, problemOf, useApi } from "./api.tsx";
import type { QueryName } from "./match-change.ts";
import type { AnswerOf, ListPath, ParamsOf, PathWith, RowOf } from "./paths.ts";
import { useOrganizationId } from "./use-organization-id.ts";

export interface GetOptions {
  /** False: nothing is asked for yet. */
  enabled?: boolean;
  /** Further resources whose changes are seen here: `live: ["conversations"]`. */
  live?: readonly string[];
  /** Milliseconds between questions, for what no live news tells. */
  every?: number | false;
  /** The former answer stays while another page, filter or search is on its way. */
  keep?: boolean;
}

/** Addresses of the person, the same in every organization. */
const personal = /^\/v1\/(me|auth|owner-links|invitations\/\{token\})(\/|$)|^\/v1\/organizations$/;

/** What an address answers, kept up to date by live news. Path and query parameters go in one flat object. */
export function useGet<P extends PathWith<"get">>(
  path: P,
  params?: ParamsOf<P, "get">,
  options: GetOptions = {},
): UseQueryResult<AnswerOf<P>, Problem> {
  const api = useApi();
  const organization = useOrganizationId();
  const name = nameOf({ path, params, organization });
  return useQuery<AnswerOf<P>, Problem>({
    queryKey: name,
    queryFn: ({ signal }) => ask<AnswerOf<P>>(api, { name, signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    meta: { live: options.live ?? [] },
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
}

/** The rows of a list so far, and the way to more of them. */
export interface List<Row> {
  rows: Row[];
  /** True until the first page has come. */
  isPending: boolean;
  isError: boolean;
  error: Problem | null;
  isFetching: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore(): void;
  refetch(): void;
}

/** A list with cursors, page by page. */
export function useList<P extends ListPath>(
  path: P,
  params?: ParamsOf<P, "get">,
  options: GetOptions = {},
): List<RowOf<P>> {
  const api = useApi();
  const organization = useOrganizationId();
  const name = nameOf({ path, params, organization });
  const query = useInfiniteQuery({
    queryKey: [...name, "pages"],
    queryFn: ({ signal, pageParam }) => {
      const [, plain, whose] = name;
      const page = pageParam === null ? plain : { ...plain, cursor: pageParam };
      return ask<PageOf>(api, { name: [path, page, whose], signal });
    },
    initialPageParam: startOfList(),
    getNextPageParam: (last: PageOf) => last.next,
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    meta: { live: options.live ?? [] },
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
  const pages: PageOf[] = query.data?.pages ?? noPages;
  // What the pages hold was read off the same description that the address was.
  const rows = useMemo(() => pages.flatMap((page) => page.data) as RowOf<P>[], [pages]);
  return {
    rows,
    isPending: query.isPending,
    isError: query.isError,
    error: query.error === null ? null : problemOf(query.error),
    isFetching: query.isFetching,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  };
}

interface PageOf {
  data: unknown[];
  next: string | null;
}

interface Named {
  path: string;
  params: object | undefined;
  organization: string | null;
}

/** The key under which an answer is kept: `[path, params, organization]`. */
export function nameOf({ path, params, organization }: Named): QueryName {
  return [path, { ...params }, personal.test(path) ? null : organization];
}

async function ask<T>(api: Api, { name, signal }: { name: QueryName; signal: AbortSignal }): Promise<T> {
  const [path, params, organization] = name;
  // T was read off the same description that the address was.
  return (await api.ask({ method: "get", path, params, organization, signal })) as T;
}

const noPages: PageOf[] = [];
const startOfList = (): string | null => null;
