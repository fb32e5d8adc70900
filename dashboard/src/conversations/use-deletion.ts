import { useCallback } from "react";
import { useApi, useLaterDeletion } from "../live/index.ts";
import { createStore, useStore } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";

const hidden = createStore<ReadonlySet<string>>(new Set());

export const useHidden = () => useStore(hidden);

/** Deletes conversations, with the way back in a toast. */
export function useDeletion(): (ids: readonly string[]) => void {
  const api = useApi();
  const remove = useLaterDeletion(hidden, "conversations");
  const texts = useConversationTexts();
  return useCallback(
    (ids) =>
      remove({
        ids,
        said: ids.length === 1 ? texts.removed : texts.removedMany(ids.length),
        ask: (organization) =>
          api.ask({ method: "post", path: "/v1/conversations/delete", body: { ids: [...ids] }, organization }),
        leaving: { method: "POST", path: "/v1/conversations/delete", body: { ids } },
      }),
    [api, remove, texts],
  );
}
