import { useQueryClient } from "@tanstack/react-query";
import { apply, isProblem, problemOf, useApi, useOrganizationId } from "../live/index.ts";
import { createStore, useStore } from "../ui/store.ts";
import { toast } from "../ui/toast.tsx";
import { useViewTexts } from "./texts.ts";

/** Gone from the screen at once, from the server when the time for taking it back is over. */
const hidden = createStore<ReadonlySet<string>>(new Set());
/** As long as the toast with its way back stays. */
const TAKE_BACK_WITHIN_MS = 10_000;

export const useHiddenViews = () => useStore(hidden);

/** Deletes a view, with the way back in a toast: it keeps its maker and its address. */
export function useViewDeletion(): (view: { id: string; name: string }) => void {
  const api = useApi();
  const queries = useQueryClient();
  const organization = useOrganizationId();
  const texts = useViewTexts();
  return ({ id, name }) => {
    hidden.set(new Set([...hidden.get(), id]));
    let open = true;
    const end = () => {
      clearTimeout(timer);
      removeEventListener("pagehide", leave);
      open = false;
    };
    const back = () => hidden.set(new Set([...hidden.get()].filter((each) => each !== id)));
    const finish = () => {
      if (!open) return;
      end();
      api
        .ask({ method: "delete", path: "/v1/views/{id}", params: { id }, organization })
        .then(() => apply(queries, { resource: "views", id: null, agentId: null }))
        .catch((error: unknown) => {
          if (isProblem(error, "not_found")) return;
          back();
          toast.problem(problemOf(error).message);
        });
    };
    // A request that outlives the page.
    const leave = () => {
      if (!open || organization === null) return;
      end();
      const headers = { "parley-organization": organization };
      void fetch(`/v1/views/${encodeURIComponent(id)}`, { method: "DELETE", keepalive: true, headers });
    };
    const timer = setTimeout(finish, TAKE_BACK_WITHIN_MS);
    addEventListener("pagehide", leave);
    const undo = () => {
      if (!open) return toast.problem(texts.tooLate);
      end();
      back();
    };
    toast.done(texts.removed(name), { undo });
  };
}
