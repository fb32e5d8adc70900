import { Fault } from "@parley/contracts";
import type { Clock, Log } from "../../platform/index.ts";
import { findChromium, type FoundChromium } from "./find-chromium.ts";
import type { Chromium } from "./launch-chromium.ts";
import type { RenderedPage, Renderer, RenderRequest } from "./types.ts";

export interface RendererDeps {
  clock: Clock;
  log: Pick<Log, "warn">;
  /** `PARLEY_CHROMIUM`: a path, `off`, or null to look for one. */
  chromium: { path: string | null; searchPath: string };
  userAgent: string;
}

/** Windows at a time: each may take as much memory as the limit of a page says. */
const AT_ONCE = 2;
/** A browser that nobody uses ends; the next page starts another one. */
const IDLE_MS = 20_000;
const LOOK_EVERY_MS = 500;
/** What a browser gathers over time goes with it. */
const MOST_PAGES = 100;
/** One that does not start is not tried for every page of a site. */
const TRY_AGAIN_MS = 30_000;

/** A browser for pages that need one: started when the first of them comes, ended when none has come for a while. */
export function createRenderer({ clock, log, chromium, userAgent }: RendererDeps): Renderer {
  let finding: Promise<FoundChromium> | undefined;
  let browser: Promise<Chromium> | undefined;
  let refusal: { fault: Fault; until: number } | undefined;
  let open = 0;
  let used = 0;
  let last = 0;
  let stopped = false;
  let unwatch: (() => void) | undefined;
  const line: (() => void)[] = [];

  const find = () => (finding ??= findChromium(chromium.path, chromium.searchPath));

  async function launch(): Promise<Chromium> {
    const { path, reason } = await find();
    if (path === null) throw new Fault("unavailable", reason);
    const { launchChromium } = await import("./launch-chromium.ts");
    return launchChromium(path).catch((cause: unknown) => {
      log.warn({ err: cause }, "the browser for pages with JavaScript does not start");
      throw new Fault("unavailable", "The browser of this server does not start. Its log says why.", { cause });
    });
  }

  async function take(): Promise<Chromium> {
    if (refusal && clock.now() < refusal.until) throw refusal.fault;
    if (stopped) throw new Fault("unavailable", "The server is stopping.");
    const had = await browser?.catch(() => undefined);
    if (had?.isOpen() && (used < MOST_PAGES || open > 1)) return had;
    if (had && browser) await letGo();
    used = 0;
    browser ??= launch();
    try {
      const started = await browser;
      refusal = undefined;
      unwatch ??= clock.every(LOOK_EVERY_MS, () => void watch());
      return started;
    } catch (error) {
      browser = undefined;
      const fault = error instanceof Fault ? error : new Fault("unavailable", undefined, { cause: error });
      refusal = { fault, until: clock.now() + TRY_AGAIN_MS };
      throw fault;
    }
  }

  async function letGo(): Promise<void> {
    const had = browser;
    browser = undefined;
    unwatch?.();
    unwatch = undefined;
    await had?.then((one) => one.kill()).catch(() => undefined);
  }

  async function watch(): Promise<void> {
    const now = await browser?.catch(() => undefined);
    if (!now) return;
    if (open === 0 && clock.now() - last > IDLE_MS) return letGo();
    if (open > 0) await now.checkMemory().catch(() => undefined);
  }

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (open >= AT_ONCE) await new Promise<void>((resolve) => line.push(resolve));
    else open += 1;
    try {
      return await work();
    } finally {
      last = clock.now();
      const next = line.shift();
      if (next) next();
      else open -= 1;
    }
  }

  return {
    async state() {
      const { path, reason } = await find();
      return { found: path !== null, reason };
    },

    render: (request: RenderRequest): Promise<RenderedPage> =>
      turn(async () => {
        request.signal.throwIfAborted();
        const { pipe, isOpen } = await take();
        used += 1;
        const { renderPage } = await import("./render-page.ts");
        try {
          return await renderPage(pipe, request, { clock, userAgent });
        } catch (error) {
          request.signal.throwIfAborted();
          if (error instanceof Fault) {
            // A page that even its end cannot be told to has to go with its browser.
            if (error.code === "timed_out") await endStuck(pipe.send("Browser.getVersion"));
            throw error;
          }
          if (isOpen()) await letGo();
          throw new Fault("http_error", "The page could not be run in the browser.", { cause: error });
        }
      }),

    async stop() {
      stopped = true;
      await letGo();
    },
  };

  async function endStuck(answer: Promise<unknown>): Promise<void> {
    const isWell = await answer.then(
      () => true,
      () => false,
    );
    if (!isWell) await letGo();
  }
}
