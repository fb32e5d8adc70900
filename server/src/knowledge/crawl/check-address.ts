import { Fault } from "@parley/contracts";
import type { FetchPublic } from "../../platform/index.ts";

/** What no waiting mends: anything else may be the site's bad moment, and its crawl tells it. */
const final = new Set(["invalid_url", "private_address", "host_not_found"]);
const WITHIN_MS = 6_000;

/** Whether an address can be a website's at all, told before anything is made of it. Asks for robots.txt, as a crawl does. */
export async function checkAddress(fetchPublic: FetchPublic, url: string, field = "url"): Promise<void> {
  try {
    await fetchPublic(new URL("/robots.txt", url).href, {
      method: "HEAD",
      maxBytes: 1_024,
      timeoutMs: WITHIN_MS,
      maxRedirects: 0,
      mayFollow: () => false,
      signal: new AbortController().signal,
    });
  } catch (error) {
    if (error instanceof Fault && final.has(error.code)) throw new Fault(error.code, error.message, { field });
  }
}
