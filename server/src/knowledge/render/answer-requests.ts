import { z } from "zod";
import type { PublicResponse } from "../../platform/index.ts";
import type { DevtoolsSession } from "./devtools-pipe.ts";
import { postedQuestion } from "./posted-question.ts";
import type { RenderRequest } from "./types.ts";

/** What a page asks for, counted. */
export interface Traffic {
  requests: number;
  refused: number;
  /** Under way just now. */
  open: number;
}

const paused = z.object({
  requestId: z.string(),
  frameId: z.string(),
  resourceType: z.string(),
  request: z.object({
    url: z.string(),
    method: z.string(),
    headers: z.record(z.string(), z.string()),
    postDataEntries: z.array(z.object({ bytes: z.string().optional() })).optional(),
  }),
});
type Paused = z.infer<typeof paused>;

const MOST_REQUESTS = 150;
const MOST_BYTES = 30_000_000;
const LARGEST_FILE = 8_000_000;
const FILE_WITHIN_MS = 12_000;
const MOST_HOPS = 5;
/** A page may send itself on, but not for ever. */
const MOST_MOVES = 4;
/** Questions that a page may post to its site. */
const MOST_POSTS = 20;

/** Nothing of these is text. */
const unseen = new Set([
  "Image",
  "Media",
  "Font",
  "TextTrack",
  "Ping",
  "CSPViolationReport",
  "WebSocket",
  "EventSource",
  "Prefetch",
  "SignedExchange",
  "Manifest",
  // The page's little picture, and what it only guesses to need.
  "Other",
]);
/** Counts visitors or shows advertisements: no page needs it to say what it has to say. */
const watchers =
  /(?:^|\.)(?:google-analytics\.com|googletagmanager\.com|doubleclick\.net|googlesyndication\.com|googleadservices\.com|facebook\.net|hotjar\.com|segment\.(?:com|io)|mixpanel\.com|amplitude\.com|clarity\.ms|fullstory\.com|sentry\.io|bugsnag\.com|newrelic\.com|nr-data\.net|matomo\.cloud|plausible\.io|intercom\.io|intercomcdn\.com|hs-scripts\.com|hs-analytics\.net|criteo\.(?:com|net)|taboola\.com|outbrain\.com|scorecardresearch\.com|quantserve\.com|youtube\.com|vimeo\.com|recaptcha\.net)$/;
/** Of the answers' headers, what describes bytes as they came over the wire, or would be kept. */
const dropped =
  /^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive|set-cookie2?|refresh|alt-svc|link|content-disposition|report-to|nel|clear-site-data|strict-transport-security)$/;

interface Answering {
  session: DevtoolsSession;
  request: RenderRequest;
  /** The page itself; requests of frames within it are refused. */
  frameId: string;
  /** Ends when the page's time is over. */
  signal: AbortSignal;
}

/** Stands between a page and the network: fetches for it what it may have, in its turn, and refuses the rest. */
export function answerRequests({ session, request, frameId, signal }: Answering): Traffic {
  const traffic: Traffic = { requests: 0, refused: 0, open: 0 };
  let bytes = 0;
  let moves = 0;
  let posts = 0;

  const tell = (method: string, params: Record<string, unknown>) =>
    session.send(method, params).then(
      () => undefined,
      () => undefined,
    );
  const refuse = ({ requestId }: Paused, errorReason = "BlockedByClient") => {
    traffic.refused += 1;
    return tell("Fetch.failRequest", { requestId, errorReason });
  };
  const fulfil = (
    { requestId }: Paused,
    { status, headers, body }: Pick<PublicResponse, "status" | "headers" | "body">,
  ) =>
    tell("Fetch.fulfillRequest", {
      requestId,
      responseCode: status,
      responseHeaders: Object.entries(headers)
        .filter(([name]) => !dropped.test(name))
        .flatMap(([name, value]) => value.split("\n").map((line) => ({ name, value: line }))),
      body: Buffer.from(body).toString("base64"),
    });

  async function answer(asked: Paused): Promise<void> {
    const { url, method, headers } = asked.request;
    const target = URL.parse(url);
    if (target?.protocol === "data:" || target?.protocol === "blob:")
      return tell("Fetch.continueRequest", { requestId: asked.requestId });
    if (!target || !/^https?:$/.test(target.protocol)) return refuse(asked);
    if (asked.resourceType === "Document") return answerDocument(asked, target.href);
    if (asked.resourceType === "Stylesheet")
      return fulfil(asked, { status: 200, headers: { "content-type": "text/css" }, body: new Uint8Array() });
    if (method === "OPTIONS") return fulfil(asked, { status: 204, headers: allowed(headers), body: new Uint8Array() });
    if (unseen.has(asked.resourceType) || watchers.test(target.hostname)) return refuse(asked);
    // A reader changes nothing: what a page would send is not sent, unless it looks like a question to its own site.
    const body =
      method === "POST" && request.isOwn(target.href) && posts < MOST_POSTS ? postedQuestion(asked) : undefined;
    if (method !== "GET" && body === undefined) return refuse(asked);
    if (traffic.requests >= MOST_REQUESTS || bytes >= MOST_BYTES || signal.aborted) return refuse(asked);
    traffic.requests += 1;
    if (body !== undefined) posts += 1;
    const response = await load(target.href, headers, body);
    bytes += response.body.length;
    await fulfil(asked, response);
  }

  async function answerDocument(asked: Paused, url: string): Promise<void> {
    const isPage = asked.frameId === frameId && asked.request.method === "GET";
    if (!isPage || !request.isOwn(url) || ++moves > MOST_MOVES) return refuse(asked, "Aborted");
    if (withoutHash(url) === withoutHash(request.url)) {
      const headers = { "content-type": "text/html; charset=utf-8" };
      return fulfil(asked, { status: 200, headers, body: Buffer.from(request.html) });
    }
    traffic.requests += 1;
    await fulfil(asked, await load(url, {}));
  }

  /** Redirects are followed here, each hop through the guard. */
  async function load(from: string, asked: Record<string, string>, body?: string): Promise<PublicResponse> {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(asked))
      if (
        /^(?:accept|accept-language|content-type|x-requested-with|x-api-key|authorization|apikey|rsc|next-.*|x-.*)$/i.test(
          name,
        )
      )
        headers[name.toLowerCase()] = value;
    let url = from;
    for (let hop = 0; ; hop += 1) {
      const limits = { maxBytes: LARGEST_FILE, timeoutMs: FILE_WITHIN_MS };
      const response = await request.fetch(url, { headers, ...limits, ...(body !== undefined && { body }) });
      const next =
        response.status >= 300 && response.status < 400 ? URL.parse(response.headers["location"] ?? "", url) : null;
      if (!next || !response.headers["location"] || hop >= MOST_HOPS) return response;
      if (body !== undefined) throw new Error("What was posted is not sent on");
      // What the page sends one host it did not mean for another.
      if (next.origin !== new URL(url).origin)
        for (const name of Object.keys(headers)) if (!name.startsWith("accept")) delete headers[name];
      url = next.href;
    }
  }

  session.on("Fetch.requestPaused", (params) => {
    const asked = paused.safeParse(params);
    if (!asked.success) return;
    traffic.open += 1;
    void answer(asked.data)
      .catch(() => refuse(asked.data, "Failed"))
      .finally(() => (traffic.open -= 1));
  });
  return traffic;
}

const withoutHash = (url: string): string => url.replace(/#.*$/, "");

/** The answer to a browser's question whether it may ask at all: what comes then says so itself. */
function allowed(headers: Record<string, string>): Record<string, string> {
  const of = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return {
    "access-control-allow-origin": of("origin") ?? "*",
    "access-control-allow-methods": "GET, HEAD, POST",
    "access-control-allow-headers": of("access-control-request-headers") ?? "*",
    "access-control-allow-credentials": "true",
  };
}
