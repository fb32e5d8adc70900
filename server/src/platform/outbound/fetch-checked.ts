import { Readable } from "node:stream";
import { Fault } from "@parley/contracts";
import type { Agent, Dispatcher } from "undici";
import { parseAllowList } from "./allow-list.ts";
import { connectChecked, resolveByOs, type Resolve } from "./connect-checked.ts";
import { isForeignPort, parseAddress, portOf } from "./parse-address.ts";
import type { FetchVendor } from "./types.ts";

export interface CheckedGuard {
  /** `PARLEY_ALLOW_PRIVATE_ADDRESSES`: `host[:port]` or networks. Throws on an entry it cannot read. */
  allow: readonly string[];
  headersTimeoutMs?: number;
  /** Another look-up of names, for tests. */
  resolve?: Resolve;
}

const HEADERS_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 10_000;
/** More than the longest answer and the largest vectors: whoever answers is whoever a member named. */
const MOST_BYTES = 64 * 1024 ** 2;

/**
 * A `fetch` for a vendor's client whose address a member typed: the guard of `fetchPublic` (nothing private, and no
 * second look-up of the name), with any method, a body, and an answer that streams. Redirects are not followed, so
 * that a key goes nowhere else. Rejects as `fetch` does, and with Fault private_address or invalid_url; a body that goes
 * on beyond 64 MB ends with Fault vendor_failed.
 */
export function createFetchChecked({
  allow: entries,
  headersTimeoutMs,
  resolve = resolveByOs,
}: CheckedGuard): FetchVendor {
  const allow = parseAllowList(entries);
  const open = async () => {
    // Read with the first request.
    const undici = await import("undici");
    return new undici.Agent({
      connect: connectChecked({ allow, resolve, trusted: false }),
      allowH2: false,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      headersTimeout: headersTimeoutMs ?? HEADERS_TIMEOUT_MS,
      bodyTimeout: 0,
    });
  };
  let agent: Promise<Agent> | undefined;

  return async (input, init) => {
    const request = new Request(input, { ...init, redirect: "manual" });
    const url = parseAddress(request.url);
    if (isForeignPort(portOf(url)) && !allow.port(url.hostname, portOf(url)))
      throw new Fault("invalid_url", `Port ${url.port} of ${url.hostname} belongs to another service than the web.`);
    const hasBody = request.method !== "GET" && request.method !== "HEAD";
    agent ??= open();
    const answer = await (
      await agent
    ).request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: methodOf(request.method),
      headers: Object.fromEntries(request.headers),
      body: hasBody ? Buffer.from(await request.arrayBuffer()) : null,
      signal: request.signal,
    });
    if (answer.statusCode >= 300 && answer.statusCode < 400) {
      answer.body.destroy();
      throw new Fault("invalid_url", `${url.host} redirects elsewhere. Write the address that it leads to.`);
    }
    const body = Readable.toWeb(answer.body).pipeThrough(bounded(url.host));
    return new Response(body, { status: answer.statusCode, headers: headersOf(answer) });
  };
}

function bounded(host: string): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(piece, controller) {
      bytes += piece.length;
      if (bytes > MOST_BYTES) controller.error(new Fault("vendor_failed", `${host} sends more than can be read.`));
      else controller.enqueue(piece);
    },
  });
}

function methodOf(method: string): Dispatcher.HttpMethod {
  if (method === "GET" || method === "POST" || method === "HEAD" || method === "DELETE") return method;
  throw new Fault("invalid_request", `The method ${method} is not for vendors.`);
}

function headersOf({ headers }: Dispatcher.ResponseData): Headers {
  const given = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) given.append(name, one);
  return given;
}
