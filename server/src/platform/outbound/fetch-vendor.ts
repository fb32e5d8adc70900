import { Fault } from "@parley/contracts";
import type { FetchVendor } from "./types.ts";

export interface VendorGuard {
  /** How long a vendor may take until its headers are there. The body is the caller's to bound, by its signal. */
  headersTimeoutMs?: number;
}

const HEADERS_TIMEOUT_MS = 60_000;
const MOST_REDIRECTS = 5;

/**
 * A `fetch` for addresses that the server's admin configured. See `FetchVendor`. Rejects as `fetch` does, and with
 * the fault vendor_failed when the headers take too long or a redirect would carry the key to another host.
 */
export function createFetchVendor({ headersTimeoutMs = HEADERS_TIMEOUT_MS }: VendorGuard = {}): FetchVendor {
  return async (input, init) => {
    const request = new Request(input, { ...init, redirect: "manual" });
    // A stream can be sent once; only what can be sent again may follow a redirect.
    const again = init?.body instanceof ReadableStream || input instanceof Request ? undefined : init;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(tooSlow(request.url, headersTimeoutMs)), headersTimeoutMs);
    const signal = AbortSignal.any([request.signal, patience.signal]);
    try {
      let response = await fetch(request, { signal });
      let from = new URL(request.url);
      let method = request.method;
      for (let count = 0; count < MOST_REDIRECTS; count += 1) {
        const to = redirectTarget(response, from);
        if (!to || (method !== "GET" && method !== "HEAD" && !again)) break;
        await response.body?.cancel();
        if (response.status === 303 || (response.status < 303 && method === "POST")) method = "GET";
        const repeated = method === request.method ? again : undefined;
        const headers = repeated?.headers ?? withoutContent(request.headers);
        response = await fetch(to, { ...repeated, method, headers, redirect: "manual", signal });
        from = to;
      }
      return response;
    } finally {
      clearTimeout(timer);
    }
  };
}

function redirectTarget(response: Response, from: URL): URL | undefined {
  const location = response.headers.get("location");
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return undefined;
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const upgraded = from.protocol === "http:" && to?.protocol === "https:" && to.hostname === from.hostname;
  if (to && (to.origin === from.origin || upgraded)) return to;
  throw new Fault(
    "vendor_failed",
    `${from.host} redirects to another host. Check the base URL that is configured for it.`,
  );
}

function withoutContent(headers: Headers): Headers {
  const rest = new Headers(headers);
  for (const name of ["content-type", "content-length", "content-encoding", "content-language"]) rest.delete(name);
  return rest;
}

function tooSlow(url: string, ms: number): Fault {
  return new Fault("vendor_failed", `${new URL(url).host} did not answer within ${Math.round(ms / 1000)} seconds.`);
}
