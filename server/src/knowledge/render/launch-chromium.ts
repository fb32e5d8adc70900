import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { type DevtoolsPipe, openDevtoolsPipe } from "./devtools-pipe.ts";

export interface Chromium {
  pipe: DevtoolsPipe;
  /** Ends pages whose process takes more memory than it may. */
  checkMemory(): Promise<void>;
  /** Ends it with all its processes and takes its profile away. */
  kill(): Promise<void>;
  readonly isOpen: () => boolean;
}

/** JavaScript's own memory of one page; what it holds beside counts against `LARGEST_PAGE_BYTES`. */
const SCRIPT_MEMORY_MB = 256;
const LARGEST_PAGE_BYTES = 640_000_000;
const PAGE_SIZE = 4_096;
const START_WITHIN_MS = 20_000;
const PROFILE = "parley-chromium-";

/**
 * The browser has no network of its own: names resolve to nothing, also loopback goes to a proxy that is not there, and
 * so only what is handed to its pages through the pipe gets in. What a page opens beside (a socket, a worker's request,
 * a call) leads nowhere.
 */
const flags = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--proxy-server=http://nowhere.invalid:1",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--force-webrtc-ip-handling-policy",
  "--disable-quic",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-component-extensions-with-background-pages",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
  "--disable-sync",
  "--disable-breakpad",
  "--disable-crash-reporter",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
  "--disable-notifications",
  "--disable-permissions-api",
  "--disable-prompt-on-repost",
  "--disable-popup-blocking",
  "--disable-print-preview",
  "--disable-speech-api",
  "--disable-features=Translate,MediaRouter,OptimizationHints,InterestFeedContentSuggestions,AcceptCHFrame,DialMediaRouteProvider,PaintHolding,HttpsUpgrades,Prerender2,SpareRendererForSitePerProcess",
  "--blink-settings=imagesEnabled=false",
  "--mute-audio",
  "--hide-scrollbars",
  "--no-first-run",
  "--no-default-browser-check",
  "--password-store=basic",
  "--use-mock-keychain",
  `--js-flags=--max-old-space-size=${SCRIPT_MEMORY_MB}`,
];

/** Starts a browser with an empty profile of its own. Rejects with what it said where it does not start. */
export async function launchChromium(path: string): Promise<Chromium> {
  await forgetTheDead();
  const profile = await mkdtemp(join(tmpdir(), `${PROFILE}${process.pid}-`));
  const forget = () => rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  try {
    return await open(path, { profile, forget });
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Profiles of servers that were killed: their browsers ended with them, their folders could not. */
async function forgetTheDead(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const pid = Number(name.startsWith(PROFILE) ? name.slice(PROFILE.length).split("-", 1)[0] : Number.NaN);
    if (Number.isInteger(pid) && pid > 0 && !isAlive(pid))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function open(
  path: string,
  { profile, forget }: { profile: string; forget: () => Promise<void> },
): Promise<Chromium> {
  // Chromium's own sandbox refuses to work for the superuser.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(path, [...flags, ...sandbox, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    // Of the server's environment it needs none: secrets stand there.
    env: { HOME: profile, PATH: "/usr/bin:/bin", LANG: "en_US.UTF-8" },
    cwd: profile,
    detached: process.platform !== "win32",
  });
  const exit = Promise.withResolvers<void>();
  let running = true;
  const ended = () => {
    running = false;
    exit.resolve();
  };
  child.once("exit", ended);
  child.once("error", ended);
  const said = listen(child);
  const pipe = openDevtoolsPipe(streamOf(child, 3), streamOf(child, 4));
  const kill = async () => {
    end(child);
    await exit.promise;
    await forget();
  };
  // However the server ends, nothing is left behind; the pipe's end says the same to the browser.
  const onExit = () => end(child);
  process.once("exit", onExit);
  void exit.promise.then(() => process.off("exit", onExit));
  const hello = await Promise.race([
    pipe.send("Browser.getVersion").then(() => true),
    exit.promise.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), START_WITHIN_MS).unref()),
  ]).catch(() => false);
  if (!hello) {
    await kill();
    throw new Error(`The browser does not start. ${said().slice(-300)}`.trim());
  }
  return { pipe, kill, isOpen: () => running, checkMemory: () => endLargePages(pipe) };
}

function streamOf(child: ChildProcess, at: 3): Writable;
function streamOf(child: ChildProcess, at: 4): Readable;
function streamOf(child: ChildProcess, at: 3 | 4) {
  const stream = child.stdio[at];
  if (!stream) throw new Error("The browser's pipe is not open.");
  return stream;
}

/** The last words of its error log, for the one who looks why it does not start. */
function listen(child: ChildProcess): () => string {
  let last = "";
  child.stderr?.on("data", (data: Buffer) => (last = (last + data.toString("utf8")).slice(-2_000)));
  return () => last.replace(/\s+/g, " ").trim();
}

/** The whole group that it leads, so that no helper of it stays. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

const processes = z.object({ processInfo: z.array(z.object({ id: z.number().int().positive(), type: z.string() })) });

/** Where the system tells what a process holds (Linux); elsewhere the limit of JavaScript's own memory stands alone. */
async function endLargePages(pipe: DevtoolsPipe): Promise<void> {
  const { processInfo } = processes.parse(await pipe.send("SystemInfo.getProcessInfo"));
  for (const { id, type } of processInfo) {
    if (type !== "renderer") continue;
    const statm = await readFile(`/proc/${id}/statm`, "utf8").catch(() => "");
    if (Number(statm.split(" ")[1] ?? 0) * PAGE_SIZE > LARGEST_PAGE_BYTES) process.kill(id, "SIGKILL");
  }
}
