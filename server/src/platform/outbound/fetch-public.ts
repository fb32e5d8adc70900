import { Fault } from "@parley/contracts";
import type { Agent, Dispatcher } from "undici";
import { parseAllowList } from "./allow-list.ts";
import { connectChecked, resolveByOs, type Resolve } from "./connect-checked.ts";
import { codeOf, nameFailure, timedOut, tooLarge } from "./name-failure.ts";
import { isForeignPort, parseAddress, portOf } from "./parse-address.ts";
import { acceptEncoding, readBody } from "./read-body.ts";
import type { FetchPublic, PublicRequest, PublicResponse } from "./types.ts";

export interface PublicGuard {
  /** `PARLEY_ALLOW_PRIVATE_ADDRESSES`: `host[:port]` or networks. Throws on an entry it cannot read. */
  allow: readonly string[];
  userAgent: string;
  /** Another look-up of names, for tests. */
  resolve?: Resolve;
}

/** The guard for addresses that users and pages give. See `FetchPublic`. */
export function createFetchPublic({ allow: entries, userAgent, resolve = resolveByOs }: PublicGuard): FetchPublic {
  const allow = parseAllowList(entries);
  // Connections made under trust are never lent to requests without it.
  const checked = agent(connectChecked({ allow, resolve, trusted: false }));
  const trusting = agent(connectChecked({ allow, resolve, trusted: true }));

  async function dispatcherFor(url: URL, request: PublicRequest): Promise<Dispatcher> {
    const trusted = request.trustedOrigins?.includes(url.origin) ?? false;
    if (!trusted && isForeignPort(portOf(url)) && !allow.port(url.hostname, portOf(url))) {
      throw new Fault(
        "invalid_url",
        `Port ${url.port} of ${url.hostname} belongs to another service than the web. Check the address.`,
      );
    }
    return trusted ? trusting() : checked();
  }

  return async (address, request) => {
    request.signal.throwIfAborted();
    const url = parseAddress(address);
    const deadline = startDeadline(request);
    const hop: Hop = { url, dispatcherFor, userAgent, signal: deadline.signal };
    try {
      return await follow(hop, request);
    } catch (error) {
      request.signal.throwIfAborted();
      throw deadline.passed() ? timedOut(hop.url) : nameFailure(error, hop.url);
    } finally {
      deadline.clear();
    }
  };
}

/** Where a request stands on its way; `url` moves on with each redirect. */
interface Hop {
  url: URL;
  userAgent: string;
  signal: AbortSignal;
  dispatcherFor: (url: URL, request: PublicRequest) => Promise<Dispatcher>;
}

const KEEP_ALIVE_MS = 10_000;
const LARGEST_HEADERS = 64 * 1024;
/** Read to its end so that the connection lives on; a larger body is cut off instead. */
const LARGEST_REDIRECT = 64 * 1024;

/** Made, and its library read, with the first request. */
function agent(connect: ReturnType<typeof connectChecked>): () => Promise<Agent> {
  let made: Promise<Agent> | undefined;
  return () => (made ??= makeAgent(connect));
}

async function makeAgent(connect: ReturnType<typeof connectChecked>): Promise<Agent> {
  const undici = await import("undici");
  return new undici.Agent({
    connect,
    allowH2: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: LARGEST_HEADERS,
    // One deadline stands over everything.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

async function follow(hop: Hop, request: PublicRequest): Promise<PublicResponse> {
  const redirects = [hop.url.href];
  for (;;) {
    const response = await ask(hop, request, redirects.length > 1);
    const to = redirectTarget(response, hop.url);
    if (!to || request.body !== undefined || request.mayFollow?.(to) === false)
      return finish(response, { hop, request, redirects });
    await response.body.dump({ limit: LARGEST_REDIRECT, signal: hop.signal });
    if (redirects.includes(to.href))
      throw new Fault("too_many_redirects", `${hop.url.host} redirects in a circle. Check the address in a browser.`);
    if (redirects.length > request.maxRedirects) {
      throw new Fault(
        "too_many_redirects",
        `${hop.url.host} redirects more than ${request.maxRedirects} times. Check the address in a browser.`,
      );
    }
    redirects.push(to.href);
    hop.url = to;
  }
}

async function ask(hop: Hop, request: PublicRequest, redirected: boolean): Promise<Dispatcher.ResponseData> {
  const { url, signal } = hop;
  const dispatcher = await hop.dispatcherFor(url, request);
  const options: Dispatcher.RequestOptions = {
    origin: url.origin,
    path: url.pathname + url.search,
    method: request.body === undefined ? (request.method ?? "GET") : "POST",
    headers: headersFor(hop, request, redirected),
    ...(request.body !== undefined && { body: request.body }),
    signal,
  };
  try {
    return await orAborted(dispatcher.request(options), signal);
  } catch (error) {
    // A kept connection may have been closed from the other side just now; asking again is safe, sending again is not.
    if (signal.aborted || request.body !== undefined || !/^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test(codeOf(error)))
      throw error;
    return orAborted(dispatcher.request(options), signal);
  }
}

/** undici hears of an abort only once it is connected: a look-up or a connection that hangs would hold the caller. */
async function orAborted(
  asking: Promise<Dispatcher.ResponseData>,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([asking, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
    asking.then((response) => signal.aborted && discard(response)).catch(() => undefined);
  }
}

const ours = new Set([
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "accept-encoding",
  "keep-alive",
  "upgrade",
  "expect",
]);
const secret = new Set(["authorization", "cookie", "proxy-authorization"]);

function headersFor(hop: Hop, request: PublicRequest, redirected: boolean): Record<string, string> {
  const headers: Record<string, string> = { "user-agent": hop.userAgent, accept: "*/*" };
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const key = name.toLowerCase();
    if (!ours.has(key) && !(redirected && secret.has(key))) headers[key] = value;
  }
  headers["accept-encoding"] = acceptEncoding;
  return headers;
}

function redirectTarget(response: Dispatcher.ResponseData, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(response.statusCode)) return undefined;
  const location = flat(response.headers["location"]);
  if (location === "") return undefined;
  try {
    return parseAddress(location, from);
  } catch (error) {
    throw new Fault("invalid_url", `${from.host} redirects to something that cannot be read as a website.`, {
      cause: error,
    });
  }
}

async function finish(
  response: Dispatcher.ResponseData,
  { hop, request, redirects }: { hop: Hop; request: PublicRequest; redirects: string[] },
): Promise<PublicResponse> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) headers[name.toLowerCase()] = flat(value);
  const isHead = request.method === "HEAD";
  try {
    if (!isHead && Number(headers["content-length"]) > request.maxBytes) throw tooLarge(hop.url.host);
    const body = isHead
      ? new Uint8Array()
      : await readBody(response.body, headers["content-encoding"] ?? "", request.maxBytes);
    return { status: response.statusCode, url: hop.url.href, redirects, headers, body };
  } finally {
    discard(response);
  }
}

/** Nothing more is wanted: lets a body that has ended be, and cuts off one that has not. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on("error", () => undefined);
  if (!body.readableEnded) body.destroy();
}

function flat(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(", ") : (value ?? "");
}

function startDeadline({ timeoutMs, signal }: PublicRequest) {
  const controller = new AbortController();
  let passed = false;
  const abort = () => controller.abort();
  const timer = setTimeout(() => {
    passed = true;
    abort();
  }, timeoutMs);
  signal.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    passed: () => passed,
    clear() {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    },
  };
}
