import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { apply, useApi, useOrganizationId } from "../live/index.ts";
import { createStore, toast, useStore } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";

/** Gone from the screen at once, from the server when the time for taking it back is over. */
const hidden = createStore<ReadonlySet<string>>(new Set());
/** As long as the toast with its way back stays. */
const TAKE_BACK_WITHIN_MS = 10_000;

export const useHidden = () => useStore(hidden);

/** Deletes conversations, with the way back in a toast. Leaving the page does not take the deletion back. */
export function useDeletion(): (ids: readonly string[]) => void {
  const api = useApi();
  const queries = useQueryClient();
  const organization = useOrganizationId();
  const texts = useConversationTexts();
  return useCallback(
    (ids) => {
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
        api
          .ask({ method: "post", path: "/v1/conversations/delete", body: { ids }, organization })
          .then(() => apply(queries, { resource: "conversations", id: null, agentId: null }))
          .catch((error: unknown) => {
            back();
            toast.problem(error instanceof Error ? error.message : String(error));
          });
      };
      // A request that outlives the page.
      const leave = () => {
        if (!open || organization === null) return;
        end();
        const headers = { "content-type": "application/json", "parley-organization": organization };
        void fetch("/v1/conversations/delete", {
          method: "POST",
          keepalive: true,
          headers,
          body: JSON.stringify({ ids }),
        });
      };
      const timer = setTimeout(finish, TAKE_BACK_WITHIN_MS);
      addEventListener("pagehide", leave);
      const undo = () => {
        if (!open) return toast.problem(texts.tooLate);
        end();
        back();
      };
      toast.done(ids.length === 1 ? texts.removed : texts.removedMany(ids.length), { undo });
    },
    [api, queries, organization, texts],
  );
}
