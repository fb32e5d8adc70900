import {
  type CatalogueInput,
  type CrawlAccessInput,
  crawlSettings,
  type CrawlSettings,
  Fault,
  type Source,
  type SourceSchedule,
  type WebsiteSource,
} from "@parley/contracts";
import type { Clock, Database, Events, FetchPublic, Live, Log, Scope, Secrets, Tx } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { checkSelectors } from "../crawl/check-selectors.ts";
import { findStartUrl } from "../crawl/find-start-url.ts";
import { foldUrl, hasScheme, readStartUrl } from "../crawl/normalise-url.ts";
import { sealAccess } from "../crawl/site-access.ts";
import { nameOf, presentSource, presentWebsite, type SourceRow } from "./source-row.ts";
import { insertSource, type NewSource, readSources } from "./source-store.ts";

export interface AddingDeps {
  db: Database;
  clock: Clock;
  events: Pick<Events, "publish" | "wake">;
  audit: Audit;
  live: Live;
  secrets: Pick<Secrets, "seal">;
  fetchPublic: FetchPublic;
  log: Pick<Log, "info">;
}

export interface NewWebsite {
  type: "website";
  url: string;
  settings?: Partial<CrawlSettings> | undefined;
  access?: CrawlAccessInput | undefined;
  schedule?: SourceSchedule;
  /** Only for what the server's admin typed: its origin may be a private address. */
  trusted?: boolean;
}

interface Running {
  /** Sends the first run within the transaction that opens the source. */
  send(scope: Scope, tx: Tx, sourceId: string): Promise<void>;
  recrawl(scope: Scope, id: string): Promise<SourceRow>;
}

/** How sources come to be. */
export function createAdding(deps: AddingDeps, { send, recrawl }: Running) {
  const { db, clock, events } = deps;

  async function find(scope: Scope, agentId: string, url: string): Promise<SourceRow | undefined> {
    const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
    return rows.find((row) => row.type === "website" && row.url !== null && foldUrl(row.url) === foldUrl(url));
  }

  async function open(scope: Scope, source: NewSource): Promise<SourceRow> {
    const row = await db.transaction(scope, async (tx) => {
      const made = await insertSource(tx, scope, { source, clock });
      await events.publish(tx, scope, "source.created", { agentId: made.agentId, sourceId: made.id });
      await send(scope, tx, made.id);
      const { url, settings } = made;
      await deps.audit.record(tx, scope, {
        action: "source.created",
        target: { type: "source", id: made.id, name: nameOf(made) },
        after: { url, settings },
      });
      return made;
    });
    events.wake();
    deps.live.changed(scope, { resource: "sources", id: row.id, agentId: row.agentId });
    return row;
  }

  return {
    /** As `readStartUrl`: `shop.example` is enough. */
    readStartUrl,

    /** See `findStartUrl`: https or http, whichever answers. */
    findStartUrl: (typed: string, by: { trusted: boolean }): Promise<string> => findStartUrl(deps, typed, by),

    /** The same address twice is read again. Faults: invalid_url, not_found. */
    async create(scope: Scope, agentId: string, input: NewWebsite): Promise<WebsiteSource> {
      const typed = readStartUrl(input.url);
      const known = await find(scope, agentId, typed);
      if (known) return presentWebsite(await recrawl(scope, known.id));
      const url = hasScheme(input.url)
        ? typed
        : await findStartUrl(deps, input.url, { trusted: input.trusted === true });
      const trustedOrigin = input.trusted ? new URL(url).origin : null;
      const settings = crawlSettings.parse(input.settings ?? {});
      await checkSelectors(settings);
      const access = input.access ? sealAccess(deps.secrets, scope, { typed: input.access, before: null }) : null;
      const schedule = input.schedule ?? "1d";
      return presentWebsite(
        await open(scope, { agentId, type: "website", name: "", url, settings, access, schedule, trustedOrigin }),
      );
    },

    /** Adds a source of any type and has its runner begin. Throws `not_found` for a foreign or unknown agent. */
    open: async (scope: Scope, source: NewSource): Promise<Source> => presentSource(await open(scope, source)),

    /** A feed of products; the same address twice is read again. Faults: invalid_url, not_found. */
    async openFeed(
      scope: Scope,
      agentId: string,
      { url, name = "", settings, schedule }: CatalogueInput,
    ): Promise<Source> {
      const { username, password, hostname } = new URL(url);
      // It would stand in lists, logs of the source and the audit log, for all to read.
      if (username !== "" || password !== "")
        throw new Fault("invalid_url", `Leave the user name and password out of the address of ${hostname}.`, {
          field: "url",
        });
      const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
      const known = rows.find((row) => row.type === "catalogue" && row.url === url);
      if (known) return presentSource(await recrawl(scope, known.id));
      const given = {
        agentId,
        type: "catalogue" as const,
        name,
        url,
        settings,
        schedule,
        access: null,
        trustedOrigin: null,
      };
      return presentSource(await open(scope, given));
    },

    async find(scope: Scope, agentId: string, url: string): Promise<WebsiteSource | undefined> {
      const row = await find(scope, agentId, url);
      return row && presentWebsite(row);
    },
  };
}
