import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { toast } from "../ui/toast.tsx";
import { makeKey, type Problem, problemOf, useApi } from "./api.tsx";
import { apply } from "./apply-change.ts";
import type { AnswerOf, BodyOf, Method, ParamsOf, PathWith } from "./paths.ts";
import { useOrganizationId } from "./use-organization-id.ts";

/** Parameters, body and the revision that was seen. What an address does not take may be left out. */
export type Input<P, M extends Method> = {
  params?: ParamsOf<P, M>;
  body?: BodyOf<P, M>;
  ifMatch?: number | string;
};

export interface SendOptions<Answer, Given> {
  onDone?: (answer: Answer, given: Given) => void;
  /** Shown when it is done. */
  done?: string | ((answer: Answer, given: Given) => string);
  /** Called in place of the toast that says what went wrong. */
  onProblem?: (problem: Problem, given: Given) => void;
  /** Further resources that are different now; the one of the address is known. */
  changes?: readonly string[];
}

export interface Sender<Answer, Given> {
  /** Sends; what goes wrong is shown as a toast (or told to `onProblem`). */
  send: (given: Given) => void;
  /** Sends and waits. @throws Problem, shown nowhere: for forms. */
  sendAsync: (given: Given) => Promise<Answer>;
  isSending: boolean;
  problem: Problem | null;
}

/** One change of the server. Sending again while the same is under way does nothing; a retry repeats the same key. */
export function useSend<M extends Exclude<Method, "get">, P extends PathWith<M>>(
  method: M,
  path: P,
  options: SendOptions<AnswerOf<P, M>, Input<P, M>> = {},
): Sender<AnswerOf<P, M>, Input<P, M>> {
  type Answer = AnswerOf<P, M>;
  type Given = Input<P, M>;
  const api = useApi();
  const organization = useOrganizationId();
  const queries = useQueryClient();
  const running = useRef<{ text: string; answer: Promise<Answer> } | null>(null);
  const mutation = useMutation<Answer, Problem, Given>({
    mutationFn: async ({ params, body, ifMatch }) => {
      const request = { method, path, params, body, organization, ifMatch, idempotencyKey: makeKey() };
      // Answer was read off the same description that the address was.
      return (await api.ask(request)) as Answer;
    },
    onSuccess: (answer, given) => {
      for (const resource of [resourceOf(path), ...(options.changes ?? [])])
        apply(queries, { resource, id: null, agentId: null });
      const words = typeof options.done === "function" ? options.done(answer, given) : options.done;
      if (words !== undefined) toast.done(words);
      options.onDone?.(answer, given);
    },
  });
  const sendAsync = (given: Given) => {
    const text = JSON.stringify(given);
    if (running.current?.text === text) return running.current.answer;
    const answer = mutation.mutateAsync(given).finally(() => (running.current = null));
    running.current = { text, answer };
    return answer;
  };
  return {
    sendAsync,
    send: (given) => {
      sendAsync(given).catch((error: unknown) => {
        const problem = problemOf(error);
        if (options.onProblem) options.onProblem(problem, given);
        else if (problem.status !== 401) toast.problem(problem.message);
      });
    },
    isSending: mutation.isPending,
    problem: mutation.error,
  };
}

/** `/v1/agents/{id}/sources` is about sources. */
export function resourceOf(path: string): string {
  return (
    path
      .split("/")
      .filter((part) => part !== "" && !part.startsWith("{"))
      .at(-1) ?? ""
  );
}

/** Changes what is shown under a key at once; the function it gives back undoes that. */
export function useChangeShown(): <T>(key: QueryKey, change: (shown: T) => T) => () => void {
  const queries = useQueryClient();
  return <T>(key: QueryKey, change: (shown: T) => T) => {
    const before = queries.getQueriesData<T>({ queryKey: key });
    for (const [each, shown] of before) if (shown !== undefined) queries.setQueryData<T>(each, change(shown));
    return () => {
      for (const [each, shown] of before) queries.setQueryData(each, shown);
    };
  };
}
