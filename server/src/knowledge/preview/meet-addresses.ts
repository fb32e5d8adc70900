import type { CrawlPreview, CrawlSettings, PreviewedAddress } from "@parley/contracts";
import { tidied, whyNotFile, whyNotPage, type CrawlContext } from "../crawl/crawl-context.ts";
import { foldUrl } from "../crawl/normalise-url.ts";
import type { Robots } from "../crawl/robots.ts";

const MOST_LISTED = 300;
/** More are not looked at. */
export const MOST_MET = 20_000;

interface Meeting {
  robots: Robots;
  hosts: Pick<CrawlContext, "site" | "settings">;
}

interface Met {
  url: string;
  from: PreviewedAddress["from"];
}

/** Gathers addresses, each once, and says of each why it is read or not. */
export function createMeeting({ robots, hosts }: Meeting) {
  const met = new Map<string, PreviewedAddress>();
  const reasonFor = (url: string): string | undefined => {
    return (
      whyNotPage(hosts, url) ??
      whyNotFile(url, hosts.settings) ??
      (robots.allows(url) ? undefined : "The site's robots.txt does not allow it.")
    );
  };
  return {
    add(found: readonly Met[]): void {
      for (const { url: raw, from } of found) {
        const url = tidied(hosts, raw);
        const key = foldUrl(url);
        if (met.has(key) || met.size >= MOST_MET) continue;
        const reason = reasonFor(url) ?? null;
        met.set(key, { url, from, read: reason === null, reason });
      }
    },
    end({ pageLimit }: CrawlSettings): Pick<CrawlPreview, "addresses" | "counts"> {
      const all = [...met.values()];
      const readable = all.filter(({ read }) => read);
      for (const late of readable.slice(pageLimit))
        Object.assign(late, {
          read: false,
          reason: `The limit of ${pageLimit.toLocaleString("en")} pages is reached before.`,
        });
      const read = Math.min(readable.length, pageLimit);
      const skipped = all.filter(({ read: isRead }) => !isRead);
      // Some of both, so that neither hides the other.
      const shownSkipped = skipped.slice(0, Math.max(MOST_LISTED / 3, MOST_LISTED - read));
      const shownRead = readable.slice(0, Math.min(read, MOST_LISTED - shownSkipped.length));
      return { addresses: [...shownRead, ...shownSkipped], counts: { read, skipped: skipped.length } };
    },
  };
}
