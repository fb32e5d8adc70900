import { useApi, useLaterDeletion } from "../live/index.ts";
import { createStore, useStore } from "../ui/store.ts";
import { useViewTexts } from "./texts.ts";

const hidden = createStore<ReadonlySet<string>>(new Set());

export const useHiddenViews = () => useStore(hidden);

/** Deletes a view, with the way back in a toast: it keeps its maker and its address. */
export function useViewDeletion(): (view: { id: string; name: string }) => void {
  const api = useApi();
  const remove = useLaterDeletion(hidden, "views");
  const texts = useViewTexts();
  return ({ id, name }) =>
    remove({
      ids: [id],
      said: texts.removed(name),
      ask: (organization) => api.ask({ method: "delete", path: "/v1/views/{id}", params: { id }, organization }),
      leaving: { method: "DELETE", path: `/v1/views/${encodeURIComponent(id)}` },
    });
}
