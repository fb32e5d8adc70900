import { useQuery } from "@tanstack/react-query";
import { type AnswerOf, useApi } from "../live/index.ts";

export type Glimpse = AnswerOf<"/v1/invitations/lookup", "post">;

/** What an invitation says before one has signed in; asks nothing without a token. */
export function useGlimpse(token: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["invitation", token],
    enabled: token !== undefined,
    retry: false,
    queryFn: async () =>
      (await api.ask({
        method: "post",
        path: "/v1/invitations/lookup",
        body: { token },
        organization: null,
      })) as Glimpse,
  });
}
