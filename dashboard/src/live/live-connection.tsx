import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { createStore, type Store, useStore } from "../ui/store.ts";
import { isProblem, useApi } from "./api.tsx";
import { apply, applyAll } from "./apply-change.ts";
import { gather } from "./gather-changes.ts";
import { keepLiveSocket } from "./live-socket.ts";
import { useOrganizationId } from "./use-organization-id.ts";

/** Whether news come in: `off` before the first connection. */
export type LiveStatus = "off" | "open" | "lost";
export const liveStatus: Store<LiveStatus> = createStore("off");

/** How often somebody has signed in again while a page stayed open: each time the socket is opened anew. */
export const sessions: Store<number> = createStore(0);

/** Keeps `/v1/live` open while an organization is shown. */
export function LiveConnection() {
  const api = useApi();
  const queries = useQueryClient();
  const organization = useOrganizationId();
  const session = useStore(sessions);

  useEffect(() => {
    if (organization === null) return undefined;
    const end = keepLiveSocket({
      url: new URL("/v1/live", location.origin.replace(/^http/, "ws")).href,
      async token() {
        const answer = await api.ask({ method: "post", path: "/v1/live/tokens", organization });
        return typeof answer === "object" && answer !== null && "token" in answer ? String(answer.token) : "";
      },
      heard: gather((change) => apply(queries, change)),
      back: () => applyAll(queries),
      status: (status) => liveStatus.set(status),
      mayRetry(error) {
        if (!isProblem(error) || ![401, 403, 404].includes(error.status)) return true;
        // Who is no member any more must not go on looking at what is shown.
        applyAll(queries);
        return false;
      },
    });
    return () => {
      end();
      liveStatus.set("off");
    };
  }, [api, queries, organization, session]);

  return null;
}
