import type { PublicResponse } from "../../platform/index.ts";
import type { PacedFetch, PacedRequest } from "./paced-fetch.ts";

/** All that a crawl keeps of pages' files, so that each of them is fetched once. */
const MOST_BYTES = 48_000_000;
const LARGEST_KEPT = 6_000_000;

/** Scripts and data of pages that are run: what one page has loaded is there for the next. */
export function createFileCache(fetch: PacedFetch): PacedFetch {
  const kept = new Map<string, Promise<PublicResponse>>();
  let bytes = 0;

  const load = async (key: string, url: string, request: PacedRequest): Promise<PublicResponse> => {
    const response = await fetch(url, request);
    const size = response.body.length;
    if (response.status !== 200 || size > LARGEST_KEPT || bytes + size > MOST_BYTES) kept.delete(key);
    else bytes += size;
    return response;
  };

  return (url, request) => {
    // What was asked for with other headers or another body may be another answer.
    const key = `${url} ${JSON.stringify([request.headers ?? {}, request.body ?? null])}`;
    const known = kept.get(key);
    if (known) return known;
    const loading = load(key, url, request);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}
