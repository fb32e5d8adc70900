import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { ApiProvider, isProblem } from "./api.tsx";

/** What every screen stands on: the answers that are kept, and the way to ask. */
export function Providers({ onSignedOut, children }: { onSignedOut: () => void; children: ReactNode }) {
  const queries = useMemo(createQueries, []);
  return (
    <QueryClientProvider client={queries}>
      <ApiProvider onSignedOut={onSignedOut}>{children}</ApiProvider>
    </QueryClientProvider>
  );
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live news say when something is old; this is for where none come.
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: (count, error) => count < 2 && mayPass(error),
        retryDelay: (attempt) => 600 * 2 ** attempt,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** The sdk has tried busy answers again already; what is refused stays refused. */
function mayPass(error: unknown): boolean {
  return isProblem(error) ? error.status >= 500 && error.status !== 503 : false;
}
