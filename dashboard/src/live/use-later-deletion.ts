import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Store } from "../ui/store.ts";
import { useKitTexts } from "../ui/texts.ts";
import { toast } from "../ui/toast.tsx";
import { isProblem, problemOf } from "./api.tsx";
import { apply } from "./apply-change.ts";
import { useOrganizationId } from "./use-organization-id.ts";

export interface LaterDeletion {
  ids: readonly string[];
  /** What the toast with the way back says. */
  said: string;
  ask: (organization: string | null) => Promise<unknown>;
  /** The same as a request that outlives the page. */
  leaving: { method: "POST" | "DELETE"; path: string; body?: object };
}

/** As long as the toast with its way back stays. */
const TAKE_BACK_WITHIN_MS = 10_000;

/**
 * Deletes with the way back in a toast: gone from the screen at once (`hidden`), from the server when the time for
 * taking it back is over. Leaving the page does not take the deletion back.
 */
export function useLaterDeletion(
  hidden: Store<ReadonlySet<string>>,
  resource: string,
): (deletion: LaterDeletion) => void {
  const queries = useQueryClient();
  const organization = useOrganizationId();
  const { tooLate } = useKitTexts();
  return useCallback(
    ({ ids, said, ask, leaving }) => {
      hidden.set(new Set([...hidden.get(), ...ids]));
      let open = true;
      const end = () => {
        clearTimeout(timer);
        removeEventListener("pagehide", leave);
        open = false;
      };
      const back = () => hidden.set(new Set([...hidden.get()].filter((id) => !ids.includes(id))));
      const finish = () => {
        if (!open) return;
        end();
        ask(organization)
          .then(() => apply(queries, { resource, id: null, agentId: null }))
          .catch((error: unknown) => {
            if (isProblem(error, "not_found")) return;
            back();
            toast.problem(problemOf(error).message);
          });
      };
      const leave = () => {
        if (!open || organization === null) return;
        end();
        const { method, path, body } = leaving;
        const headers = { "parley-organization": organization, ...(body && { "content-type": "application/json" }) };
        void fetch(path, { method, keepalive: true, headers, ...(body && { body: JSON.stringify(body) }) });
      };
      const timer = setTimeout(finish, TAKE_BACK_WITHIN_MS);
      addEventListener("pagehide", leave);
      const undo = () => {
        if (!open) return toast.problem(tooLate);
        end();
        back();
      };
      toast.done(said, { undo });
    },
    [hidden, resource, queries, organization, tooLate],
  );
}
