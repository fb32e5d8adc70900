import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useSearchState } from "../live/index.ts";

/** Where somebody wanted to go before they had to sign in: a path of this server, or undefined. */
export function useReturnPath(): string | undefined {
  const [search] = useSearchState();
  const path = search["return"];
  return path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : undefined;
}

/** Goes on as the person who has just signed in. Nothing that was answered before counts any more. */
export function useGoOn(): (to?: string) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  const back = useReturnPath();
  return async (to) => {
    queries.clear();
    await router.navigate({ to: to ?? back ?? at.begin(), replace: true });
  };
}
