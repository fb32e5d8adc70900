import { createClient, isProblem, ParleyProblem, type StreamEvent } from "@parley/sdk";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Method } from "./paths.ts";

/** One request in the words of the API: its path with `{placeholders}`, and the rest flat. */
export interface Request {
  method: Method;
  path: string;
  /** Placeholders by name; what is left over becomes the query. */
  params?: object | undefined;
  body?: unknown;
  organization: string | null;
  /** The revision that was seen; the server refuses if it has moved on. */
  ifMatch?: number | string | undefined;
  /** The same for every try of one deed. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface Api {
  /** The JSON of a good answer. @throws ParleyProblem */
  ask(request: Request): Promise<unknown>;
  /** The events of a POST that streams. @throws ParleyProblem */
  stream(request: Omit<Request, "method">): AsyncGenerator<StreamEvent, void, undefined>;
}

type Raw = Record<Method, (path: string, init: object) => Promise<unknown>> & {
  stream(path: string, init: object): AsyncGenerator<StreamEvent, void, undefined>;
};

/** Speaks to the server that the page came from, as whoever is signed in. */
export function createApi({ onSignedOut }: { onSignedOut: () => void }): Api {
  // The sdk's methods are typed by literal paths; here the path is any of them.
  const client = createClient({ baseUrl: "", onUnauthorized: onSignedOut }) as unknown as Raw;
  return {
    ask: (request) => client[request.method](request.path, initOf(request)),
    stream: (request) => client.stream(request.path, initOf({ ...request, method: "post" })),
  };
}

function initOf({ method, path, params, body, organization, ifMatch, idempotencyKey, signal }: Request): object {
  const headers: Record<string, string> = {};
  if (organization !== null) headers["parley-organization"] = organization;
  if (ifMatch !== undefined) headers["if-match"] = `"${ifMatch}"`;
  if (body instanceof Blob) headers["content-type"] = body.type;
  if (method === "post") headers["idempotency-key"] = idempotencyKey ?? makeKey();
  const inPath = new Set(Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name));
  const given = Object.entries(params ?? {}).filter(([, value]) => value !== undefined && value !== "");
  return {
    headers,
    params: {
      path: Object.fromEntries(given.filter(([name]) => inPath.has(name))),
      query: Object.fromEntries(given.filter(([name, value]) => !inPath.has(name) && value !== null)),
    },
    ...(body !== undefined && { body }),
    // A file goes out as it is.
    ...(body instanceof Blob && { bodySerializer: (file: Blob) => file }),
    ...(signal && { signal }),
  };
}

/** Random enough to be nobody else's; randomUUID is missing where a page came by plain http. */
export function makeKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export type Problem = ParleyProblem;
export { isProblem };

/** Whatever was thrown, as a problem with a sentence for people. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ParleyProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ParleyProblem({ status: 0, code: "unreadable", detail, cause: error });
}

const ApiContext = createContext<Api | null>(null);

export function ApiProvider({ onSignedOut, children }: { onSignedOut: () => void; children: ReactNode }) {
  const api = useMemo(() => createApi({ onSignedOut }), [onSignedOut]);
  return <ApiContext value={api}>{children}</ApiContext>;
}

/** For what the hooks do not cover: streams, several requests one after the other. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi needs an ApiProvider above it");
  return api;
}
