import { ConnectorFault } from "@parley/contracts";

/** How one vendor is asked: everything that differs between them. */
export interface VendorDoor {
  /** As people call the vendor. */
  name: string;
  fetch: typeof globalThis.fetch;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Headers of a request; `refused` after the vendor did not accept the ones before. */
  authorize: (signal: AbortSignal, refused: boolean) => Promise<Record<string, string>>;
  /** What a refusal means, where its status alone does not tell. */
  explain?: (status: number, body: string) => Pick<ConnectorFault, "problem" | "message"> | undefined;
  /** Milliseconds for one answer, its body included. */
  patienceMs?: number;
}

export interface VendorAnswer {
  type: string;
  body: Uint8Array;
}

const TRIES = 4;
const FIRST_WAIT_MS = 500;
/** Whoever is asked to wait longer than this leaves it for the next time. */
const LONGEST_WAIT_MS = 60_000;
const PATIENCE_MS = 60_000;
const REFUSAL_BYTES = 64 * 1024;

/**
 * Asks for something, again where that makes sense: with fresh headers once, and after a pause where the vendor has too
 * much to do or fails. Throws a `ConnectorFault`; where `signal` aborts, its reason.
 */
export async function askVendor(
  door: VendorDoor,
  { url, maxBytes }: { url: URL; maxBytes: number },
  signal: AbortSignal,
): Promise<VendorAnswer> {
  let refused = false;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await askOnce(door, { url, maxBytes, refused }, signal);
    if (!(outcome instanceof ConnectorFault)) return outcome;
    if (outcome.problem === "revoked" && !refused) {
      refused = true;
      continue;
    }
    const pause = outcome.retryAfterMs ?? FIRST_WAIT_MS * 2 ** attempt;
    if (!MAY_PASS.has(outcome.problem) || attempt >= TRIES || pause > LONGEST_WAIT_MS) throw outcome;
    await door.sleep(pause, signal);
    signal.throwIfAborted();
  }
}

/** As `askVendor`, for an answer in JSON. */
export async function askJson(
  door: VendorDoor,
  { url, maxBytes = JSON_BYTES }: { url: URL; maxBytes?: number },
  signal: AbortSignal,
): Promise<unknown> {
  const { body } = await askVendor(door, { url, maxBytes }, signal);
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw new ConnectorFault("failed", `${door.name} answered with something that cannot be read.`, { cause });
  }
}

const JSON_BYTES = 32 * 1024 * 1024;
const MAY_PASS: ReadonlySet<string> = new Set(["rate-limited", "unreachable", "failed"]);

async function askOnce(
  door: VendorDoor,
  { url, maxBytes, refused }: { url: URL; maxBytes: number; refused: boolean },
  signal: AbortSignal,
): Promise<VendorAnswer | ConnectorFault> {
  signal.throwIfAborted();
  const headers = await door.authorize(signal, refused);
  const patience = AbortSignal.any([signal, AbortSignal.timeout(door.patienceMs ?? PATIENCE_MS)]);
  try {
    const response = await door.fetch(url, { headers, signal: patience });
    if (!response.ok) return await refusalOf(door, response);
    const body = await readBody(response, maxBytes);
    return body === undefined
      ? new ConnectorFault("too-large", `It is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`)
      : { type: response.headers.get("content-type") ?? "", body };
  } catch (cause) {
    signal.throwIfAborted();
    if (patience.aborted) return new ConnectorFault("failed", `${door.name} took too long to answer.`, { cause });
    return new ConnectorFault("unreachable", `${door.name} cannot be reached just now.`, { cause });
  }
}

async function refusalOf(door: VendorDoor, response: Response): Promise<ConnectorFault> {
  const { status } = response;
  const words = new TextDecoder().decode((await readBody(response, REFUSAL_BYTES)) ?? new Uint8Array());
  const told = door.explain?.(status, words) ?? usual(door.name, status);
  const retryAfterMs = waitOf(response.headers.get("retry-after"));
  const cause = new Error(`status ${status}: ${words.slice(0, 500)}`);
  return new ConnectorFault(told.problem, told.message, {
    cause,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function usual(name: string, status: number): Pick<ConnectorFault, "problem" | "message"> {
  if (status === 401)
    return { problem: "revoked", message: `${name} does not give access any more. Connect it again.` };
  if (status === 403) return { problem: "forbidden", message: `${name} does not let this account see that.` };
  if (status === 404 || status === 410)
    return { problem: "not-found", message: `${name} does not have that any more.` };
  if (status === 429) return { problem: "rate-limited", message: `${name} asks for a pause. Try again later.` };
  if (status >= 500) return { problem: "failed", message: `${name} fails just now. Try again later.` };
  return { problem: "refused", message: `${name} refused the request (${status}).` };
}

/** Seconds, or a date. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** Undefined when there is more of it than `maxBytes`. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
