import { ParleyProblem, retryAfterOf } from "./problem.ts";

export type Fetch = (request: Request) => Promise<Response>;

export interface SendOptions {
  fetch: Fetch;
  /** How often to try again. */
  retries: number;
}

const FIRST_PAUSE_MS = 250;
/** Whoever must wait longer should be told rather than kept. */
const LONGEST_PAUSE_MS = 20_000;

/**
 * Sends it, and again when that is safe: reading, and posting under an Idempotency-Key, which the server does once
 * however often it comes. @throws ParleyProblem `unreachable`; the signal's reason when it was aborted.
 */
export async function send(request: Request, { fetch, retries }: SendOptions): Promise<Response> {
  const safe = request.method === "GET" || (request.method === "POST" && request.headers.has("idempotency-key"));
  const tries = safe ? retries : 0;
  for (let tried = 0; ; tried += 1) {
    const last = tried >= tries;
    // A body can be read once: the next try needs one of its own.
    const attempt = last ? request : request.clone();
    const outcome = await fetch(attempt).catch((error: unknown) => unreachable(request, error));
    const pause = pauseAfter(outcome, tried);
    if (last || pause === undefined || pause > LONGEST_PAUSE_MS) {
      if (outcome instanceof ParleyProblem) throw outcome;
      return outcome;
    }
    // Not awaited: that of a copied answer ends only with the other copy.
    if (outcome instanceof Response) outcome.body?.cancel().catch(() => undefined);
    await sleep(pause, request.signal);
  }
}

/** Milliseconds; undefined where trying again is of no use. */
function pauseAfter(outcome: Response | ParleyProblem, tried: number): number | undefined {
  // Chance, so that a thousand clients do not come back as one.
  const usual = FIRST_PAUSE_MS * 2 ** tried * (0.5 + Math.random());
  if (outcome instanceof ParleyProblem) return usual;
  const named = retryAfterOf(outcome);
  if (outcome.status === 429 || outcome.status === 503) return named === undefined ? usual : named * 1_000;
  // Our own first try, still under way on the server.
  return outcome.status === 409 && tried > 0 && named !== undefined ? named * 1_000 : undefined;
}

function unreachable(request: Request, cause: unknown): ParleyProblem {
  if (request.signal.aborted) throw cause;
  return new ParleyProblem({ status: 0, code: "unreachable", detail: "The server cannot be reached.", cause });
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
