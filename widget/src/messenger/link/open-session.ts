import type { Session } from "@parley/contracts";

export type Opened =
  | { ok: true; session: Session }
  | { ok: false; gone: true }
  | { ok: false; gone: false; retryAfterMs: number | null };

/** Opens or renews the visitor's session. Never throws: a failure says whether trying again makes sense. */
export async function openSession(agentId: string, token: string | null, signal: AbortSignal): Promise<Opened> {
  try {
    const response = await fetch("/v1/widget/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "omit",
      body: JSON.stringify({ agentId, token, origin: pageOrigin() }),
      signal,
    });
    if (response.ok) return { ok: true, session: await response.json() };
    if (response.status === 404 || response.status === 400) return { ok: false, gone: true };
    const wait = Number(response.headers.get("retry-after"));
    return { ok: false, gone: false, retryAfterMs: wait > 0 ? wait * 1_000 : null };
  } catch {
    return { ok: false, gone: false, retryAfterMs: null };
  }
}

/** Of the page around the frame: never its path. Null on a page of its own, or where the page keeps it to itself. */
function pageOrigin(): string | null {
  if (parent === window) return null;
  const said = location.ancestorOrigins?.[0] ?? document.referrer;
  return URL.canParse(said) ? new URL(said).origin : null;
}
