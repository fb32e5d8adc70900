import { crawlAccessInput, crawlSettings, type CrawlPreview, type CrawlPreviewInput, Fault } from "@parley/contracts";
import type { Database, FetchPublic, Limits, Log, Scope, Secrets } from "../../platform/index.ts";
import { checkSelectors } from "../crawl/check-selectors.ts";
import { findStartUrl } from "../crawl/find-start-url.ts";
import { openAccess, sealAccess } from "../crawl/site-access.ts";
import { readStartUrl } from "../crawl/normalise-url.ts";
import { readSource, readSources } from "../sources/source-store.ts";
import { type PreviewDeps, previewSite } from "./preview-site.ts";

export interface CreatePreviewDeps extends PreviewDeps {
  db: Database;
  fetchPublic: FetchPublic;
  limits: Limits;
  log: Pick<Log, "info">;
  secrets: Secrets;
  userAgent: string;
}

/** Dry runs of one organization: each is a handful of requests to somebody's site. */
const RUNS = { burst: 10, perSecond: 1 / 6 };

/** Says what reading a website would fetch, before anything is read or stored. */
export function createPreview(deps: CreatePreviewDeps) {
  const { db, limits, secrets, renderer, userAgent } = deps;
  return {
    /** Faults: not_found, invalid_url, invalid_request, rate_limited; what the site does is told in the answer. */
    async preview(
      scope: Scope,
      agentId: string,
      { input, signal }: { input: CrawlPreviewInput; signal: AbortSignal },
    ): Promise<CrawlPreview> {
      const { known } = await readSources(db, scope, { agentId, limit: 1, after: null });
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const settings = crawlSettings.parse(input.settings ?? {});
      await checkSelectors(settings);
      const { allowed, retryAfterMs } = await limits.take(`preview:${scope.organization}`, RUNS);
      if (!allowed) throw new Fault("rate_limited", "Wait a moment before the next dry run.", { retryAfterMs });
      const source = input.sourceId === undefined ? null : await readSource(db, scope, input.sourceId);
      const typed = readStartUrl(input.url);
      const isTrusted = source !== null && source.trustedOrigin === new URL(typed).origin;
      const url = isTrusted ? typed : await findStartUrl(deps, input.url, { trusted: false });
      const isSame = source !== null && source.url !== null && new URL(source.url).origin === new URL(url).origin;
      const before = isSame ? source.access : null;
      const access =
        input.access === undefined
          ? before
          : sealAccess(secrets, scope, { typed: crawlAccessInput.parse(input.access), before });
      return previewSite(deps, {
        url,
        settings,
        trustedOrigins: isTrusted ? [new URL(url).origin] : [],
        access: openAccess(secrets, scope, access),
        signal,
      });
    },

    /** Whether pages that need JavaScript can be read here. */
    crawler: async () => ({ userAgent, browser: await renderer.state() }),
  };
}

export type Preview = ReturnType<typeof createPreview>;
