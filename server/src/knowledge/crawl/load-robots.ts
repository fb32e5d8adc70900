import { Fault } from "@parley/contracts";
import { isPassing, type PacedFetch } from "./paced-fetch.ts";
import { allowAll, parseRobots, type Robots } from "./robots.ts";

const REQUEST = { maxBytes: 1_000_000, timeoutMs: 15_000 };
const MOST_REDIRECTS = 5;

/**
 * The rules of a host as RFC 9309 reads them: none where there is no file or it is refused (4xx), nothing allowed
 * while the host cannot say (5xx). Throws the fault of a host that cannot be reached at all.
 */
export async function loadRobots(fetch: PacedFetch, origin: string): Promise<Robots> {
  let url = new URL("/robots.txt", origin).href;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await fetch(url, REQUEST);
    const location = response.headers["location"];
    if (response.status >= 300 && response.status < 400 && location !== undefined) {
      const next = URL.parse(location, url);
      if (!next || !/^https?:$/.test(next.protocol)) return allowAll;
      url = next.href;
      continue;
    }
    if (response.status === 429 || isPassing(response.status)) {
      throw new Fault(
        "http_error",
        `${new URL(origin).host} answered ${response.status} when asked for its rules (robots.txt). Try again when the site is well.`,
      );
    }
    if (response.status !== 200) return allowAll;
    // A page in place of the file: a site that answers everything with its start page.
    const text = new TextDecoder("utf-8").decode(response.body);
    return /^\s*<(?:!doctype|html)/i.test(text) ? allowAll : parseRobots(text);
  }
  return allowAll;
}
