import { Fault } from "@parley/contracts";
import { isLoopback, type FetchPublic, type Log } from "../../platform/index.ts";
import { hasScheme, readStartUrl } from "./normalise-url.ts";

export interface FindStartUrlDeps {
  fetchPublic: FetchPublic;
  log: Pick<Log, "info">;
}

/** What no waiting mends: anything else may be the site's bad moment, and its crawl tells it. */
const final = new Set(["invalid_url", "private_address", "host_not_found"]);
const WITHIN_MS = 6_000;

/**
 * The address of a site as a person types it, once it is known to be one. Without a scheme it is tried with https, and
 * with http where https does not answer. Asks for robots.txt, as a crawl does; a site that is only down just now passes.
 * @param trusted its origin may be a private address, and nothing but its spelling is refused
 * @throws Fault invalid_url, private_address, host_not_found, with `field` url
 */
export async function findStartUrl(
  { fetchPublic, log }: FindStartUrlDeps,
  typed: string,
  { trusted }: { trusted: boolean },
): Promise<string> {
  const url = readStartUrl(typed);
  const fault = hasScheme(typed) && trusted ? null : await knock(fetchPublic, url, trusted);
  if (fault === null || hasScheme(typed)) return passed(url, fault, trusted);
  const plain = withHttp(url);
  const other = mayBePlain(url, fault) ? await knock(fetchPublic, plain, trusted) : fault;
  if (other === null) {
    log.info({ host: new URL(plain).host }, "A site's address came without a scheme: https did not answer, http did");
    return plain;
  }
  return passed(isLoopback(url) ? plain : url, fault, trusted);
}

function passed(url: string, fault: Fault | null, trusted: boolean): string {
  if (fault !== null && !trusted && final.has(fault.code)) throw new Fault(fault.code, fault.message, { field: "url" });
  return url;
}

/** Null when somebody answers, whatever they say. */
async function knock(fetchPublic: FetchPublic, url: string, trusted: boolean): Promise<Fault | null> {
  try {
    await fetchPublic(new URL("/robots.txt", url).href, {
      method: "HEAD",
      maxBytes: 1_024,
      timeoutMs: WITHIN_MS,
      maxRedirects: 0,
      mayFollow: () => false,
      signal: new AbortController().signal,
      ...(trusted && { trustedOrigins: [new URL(url).origin] }),
    });
    return null;
  } catch (error) {
    if (error instanceof Fault)
      return error.code === "too_many_redirects" || error.code === "response_too_large" ? null : error;
    return new Fault("connection_failed", undefined, { cause: error });
  }
}

/** A public site with a certificate that nobody trusts has that to mend; it is not read in the open instead. */
function mayBePlain(url: string, { code }: Fault): boolean {
  return !final.has(code) && (code !== "tls_failed" || isLoopback(url) || new URL(url).port !== "");
}

function withHttp(url: string): string {
  return url.replace(/^https:/u, "http:");
}
