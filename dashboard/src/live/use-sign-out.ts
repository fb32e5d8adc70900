import { useQueryClient } from "@tanstack/react-query";
import { toast } from "../ui/toast.tsx";
import { problemOf, useApi } from "./api.tsx";

/** Ends the session of this browser and forgets what was shown. */
export function useSignOut(): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return async () => {
    try {
      await api.ask({ method: "post", path: "/v1/auth/sign-out", organization: null });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status !== 401) return toast.problem(problem.message);
    }
    queries.clear();
    // A whole new page: nothing of this person stays in memory.
    location.assign("/sign-in");
  };
}
