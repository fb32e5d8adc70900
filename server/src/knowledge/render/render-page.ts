import { Fault } from "@parley/contracts";
import { z } from "zod";
import type { Clock } from "../../platform/index.ts";
import { answerRequests, type Traffic } from "./answer-requests.ts";
import type { DevtoolsPipe, DevtoolsSession } from "./devtools-pipe.ts";
import { beforeScripts, dismissConsent, measurePage, readPageHtml, scrollOn } from "./page-scripts.ts";
import type { RenderedPage, RenderRequest } from "./types.ts";

interface Rendering {
  clock: Clock;
  userAgent: string;
}

/** For everything that a page does, until it is read as it stands. */
const WITHIN_MS = 30_000;
const LARGEST_PAGE = 12_000_000;
const LOOK_EVERY_MS = 150;
/** So many looks in a row nothing may have changed. */
const STILL = 3;
const SETTLED_WITHIN_MS = 18_000;
const SCROLLED_WITHIN_MS = 6_000;
const MOST_SCROLLS = 30;
const SCRIPT_WITHIN_MS = 4_000;

/** Runs a page in a window of its own and reads it when nothing changes any more. */
export async function renderPage(pipe: DevtoolsPipe, request: RenderRequest, by: Rendering): Promise<RenderedPage> {
  const { browserContextId } = z
    .object({ browserContextId: z.string() })
    .parse(await pipe.send("Target.createBrowserContext", { disposeOnDetach: true }));
  const over = new AbortController();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const abort = () => {
    over.abort();
    broken.reject(request.signal.reason);
  };
  request.signal.addEventListener("abort", abort, { once: true });
  const late = setTimeout(() => broken.reject(stuck(request.url)), WITHIN_MS);
  try {
    const work = openAndRead({ pipe, request, by, browserContextId, signal: over.signal, broken: broken.reject });
    return await Promise.race([work, broken.promise]);
  } finally {
    clearTimeout(late);
    over.abort();
    request.signal.removeEventListener("abort", abort);
    await pipe.send("Target.disposeBrowserContext", { browserContextId });
  }
}

interface Page {
  pipe: DevtoolsPipe;
  request: RenderRequest;
  by: Rendering;
  browserContextId: string;
  signal: AbortSignal;
  broken: (reason: unknown) => void;
}

async function openAndRead(page: Page): Promise<RenderedPage> {
  const { pipe, request, browserContextId } = page;
  const { targetId } = z
    .object({ targetId: z.string() })
    .parse(await pipe.send("Target.createTarget", { url: "about:blank", browserContextId }));
  const { sessionId } = z
    .object({ sessionId: z.string() })
    .parse(await pipe.send("Target.attachToTarget", { targetId, flatten: true }));
  const session = pipe.session(sessionId);
  // The first frame of a window has its window's name.
  const traffic = answerRequests({ session, request, frameId: targetId, signal: page.signal });
  await prepare(session, page);
  let loaded = false;
  session.on("Page.domContentEventFired", () => void (loaded = true));
  await session.send("Page.navigate", { url: request.url });
  await settle(session, { ...page, traffic, isLoaded: () => loaded });
  if (await run(session, dismissConsent)) await settle(session, { ...page, traffic, isLoaded: () => true });
  await scrollThrough(session, page.by.clock);
  await settle(session, { ...page, traffic, isLoaded: () => true });
  const html = z.string().parse(await run(session, readPageHtml(LARGEST_PAGE)));
  if (html === "") throw new Fault("response_too_large", "The page grows too large to read when its scripts run.");
  const url = z
    .string()
    .catch(request.url)
    .parse(await run(session, "location.href"));
  return { html, url, requests: traffic.requests, refused: traffic.refused };
}

async function prepare(session: DevtoolsSession, { pipe, by, browserContextId, broken, request }: Page): Promise<void> {
  session.on(
    "Page.javascriptDialogOpening",
    () => void session.send("Page.handleJavaScriptDialog", { accept: false }).catch(() => undefined),
  );
  session.on("Inspector.targetCrashed", () =>
    broken(
      new Fault(
        "http_error",
        "The page breaks down when its scripts run: it takes too much memory, or it crashes the browser.",
      ),
    ),
  );
  void pipe.closed.then(() =>
    broken(new Fault("unavailable", "The browser ended while it ran the page. It is tried again at the next reading.")),
  );
  await Promise.all([
    pipe.send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId }),
    session.send("Page.enable"),
    session.send("Inspector.enable"),
    session.send("Network.enable"),
    session.send("Network.setBypassServiceWorker", { bypass: true }),
    session.send("Network.setUserAgentOverride", { userAgent: by.userAgent }),
    session.send("Emulation.setDeviceMetricsOverride", {
      width: 1_280,
      height: 1_600,
      deviceScaleFactor: 1,
      mobile: false,
    }),
    session.send("Page.addScriptToEvaluateOnNewDocument", { source: beforeScripts }),
    session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }),
  ]).catch((error: unknown) =>
    Promise.reject(
      new Fault("unavailable", `The browser could not open ${new URL(request.url).host}.`, { cause: error }),
    ),
  );
}

/** Until nothing is under way and nothing has changed for a moment, or the time for it is over. */
async function settle(
  session: DevtoolsSession,
  { by: { clock }, traffic, isLoaded, signal, request }: Page & { traffic: Traffic; isLoaded: () => boolean },
): Promise<void> {
  const until = clock.now() + SETTLED_WITHIN_MS;
  let before = "";
  let still = 0;
  while (still < STILL && clock.now() < until && !signal.aborted) {
    await clock.sleep(LOOK_EVERY_MS, signal);
    if (!isLoaded() || traffic.open > 0) {
      still = 0;
      continue;
    }
    const now = JSON.stringify(await run(session, measurePage));
    still = now === before ? still + 1 : 0;
    before = now;
  }
  if (!isLoaded() && traffic.open === 0) throw stuck(request.url);
}

/** What is only put in when somebody comes near. */
async function scrollThrough(session: DevtoolsSession, clock: Clock): Promise<void> {
  const until = clock.now() + SCROLLED_WITHIN_MS;
  for (let scrolls = 0; scrolls < MOST_SCROLLS && clock.now() < until; scrolls += 1) {
    if ((await run(session, scrollOn)) === true) break;
    await clock.sleep(100);
  }
}

const evaluated = z.object({ result: z.object({ value: z.unknown() }).optional() });
const frames = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) });
const world = z.object({ executionContextId: z.number() });

/** In a world beside the page's own, which it can neither see nor change. Fault timed_out when the page lets nobody in. */
async function run(session: DevtoolsSession, expression: string): Promise<unknown> {
  const work = async () => {
    const { frameTree } = frames.parse(await session.send("Page.getFrameTree"));
    const { executionContextId } = world.parse(
      await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "parley" }),
    );
    const params = { expression, contextId: executionContextId, returnByValue: true, timeout: SCRIPT_WITHIN_MS };
    return evaluated.parse(await session.send("Runtime.evaluate", params)).result?.value;
  };
  // A page that moves on in between has thrown that world away.
  return work().catch(work);
}

const stuck = (url: string): Fault =>
  new Fault("timed_out", `The scripts of ${new URL(url).host} do not come to an end: the page could not be read.`);
