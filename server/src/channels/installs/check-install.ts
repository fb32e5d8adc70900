/** Reads a page of the owner's and says whether the widget is on it; if not, what stands in the way. */
import { Fault, type Agent, type InstallCheck } from "@parley/contracts";
import { keepsTo } from "@parley/widget/look";
import type { FetchPublic, Limits, Scope } from "../../platform/index.ts";
import type { Installs } from "./create-installs.ts";
import { isListed } from "./read-origin.ts";
import { readPage } from "./read-page.ts";

export interface CheckDeps {
  fetchPublic: FetchPublic;
  limits: Limits;
  installs: Pick<Installs, "lastSeen">;
}

export interface CheckInput {
  agent: Agent;
  /** Null: the agent's own site. */
  url: string | null;
  /** This server, as the outside sees it. */
  server: string;
}

const CHECKS = { burst: 10, perSecond: 1 / 10 };
const MOST_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 15_000;
/** Characters that page rules are held against; a rule for more is none that people write. */
const MOST_PATH = 300;

/** @throws Fault invalid_url when there is no address, rate_limited. What the page does wrong is in the answer. */
export async function checkInstall(deps: CheckDeps, scope: Scope, input: CheckInput): Promise<InstallCheck> {
  const { agent, server } = input;
  const url = addressOf(input.url ?? agent.siteUrl);
  const { allowed, retryAfterMs } = await deps.limits.take(`install-check:${scope.organizationId}`, CHECKS);
  if (!allowed) throw new Fault("rate_limited", "That was checked often just now. Wait a moment.", { retryAfterMs });
  const seen = await deps.installs.lastSeen(scope, agent.id, new URL(url).origin);
  const base = { url, hints: [], message: null, lastSeenAt: seen?.lastSeenAt ?? null };
  try {
    const page = await deps.fetchPublic(url, {
      headers: { accept: "text/html", "cache-control": "no-cache" },
      maxBytes: MOST_BYTES,
      timeoutMs: TIMEOUT_MS,
      maxRedirects: 8,
      signal: new AbortController().signal,
    });
    const html = new TextDecoder().decode(page.body);
    const { found, hints } = readPage({ html, headers: page.headers, url: page.url, agentId: agent.id, server });
    if (page.status >= 400) hints.unshift({ hint: "http-error", detail: `${page.status}` });
    const { origin, pathname, search } = new URL(page.url);
    const { look } = agent;
    const here = { pathname: pathname.slice(0, MOST_PATH), search: search.slice(0, MOST_PATH), hash: "" };
    if (found && !(keepsTo(look.pages, here) && isListed(look.domains, origin)))
      hints.unshift({ hint: "hidden-here", detail: null });
    return { ...base, status: found ? "found" : "not-found", url: page.url, hints };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...base, status: "unreachable", message: error.message };
  }
}

function addressOf(text: string | null): string {
  const whole = text === null || /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (whole === null)
    throw new Fault("invalid_url", "This agent has no site of its own. Give the address of a page to check.", {
      field: "url",
    });
  if (!URL.canParse(whole) || !/^https?:$/.test(new URL(whole).protocol))
    throw new Fault("invalid_url", "That is not the address of a page. It looks like https://example.com.", {
      field: "url",
    });
  return whole;
}
