import { createHash, timingSafeEqual } from "node:crypto";
import { crawlSettings, Fault, type SourceHook } from "@parley/contracts";
import { type Database, envelopeScope, type Limits, type Scope, type Secrets, SYSTEM } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { isPageOf, tidied } from "../crawl/crawl-context.ts";
import { normaliseUrl, siteOf } from "../crawl/normalise-url.ts";
import { nameOf, sourceColumns, sourceOf, type SourceRow } from "../sources/source-row.ts";
import { lockSource, readSource } from "../sources/source-store.ts";
import { notePing } from "./due-store.ts";

export interface SourceHooksDeps {
  db: Database;
  limits: Pick<Limits, "take">;
  secrets: Pick<Secrets, "sign">;
  audit: Audit;
  /** Begins what was asked for, where nobody reads the source just now. */
  begin(scope: Scope, sourceId: string): Promise<boolean>;
}

/** Calls for one source: a burst as when many pages are published, then one in ten seconds. */
const CALLS = { burst: 30, perSecond: 1 / 10 };
const PURPOSE = "source-hook";
const KEY = /^([0-9a-z]{1,7})-([0-9a-z]{20,40})-([0-9a-f]{40})$/;
const unknown = () =>
  new Fault("not_found", "There is no such hook. Copy its address again from the source's settings.");

/** Addresses by which whoever knows them has a source read again; they open nothing else. */
export function createSourceHooks({ db, limits, secrets, audit, begin }: SourceHooksDeps) {
  /** Made of the source and its number, so that none is stored; only characters that IndexNow allows in a key. */
  function keyOf(organization: number, { id, hook }: Pick<SourceRow, "id" | "hook">): string {
    const proof = createHash("sha256")
      .update(secrets.sign(`${organization} ${id} ${hook}`, PURPOSE))
      .digest("hex");
    return `${organization.toString(36)}-${id.replace(/^src_/, "")}-${proof.slice(0, 40)}`;
  }

  function show(scope: Scope, row: SourceRow, base: string): SourceHook {
    const key = keyOf(scope.organization, row);
    return { key, url: `${base}/v1/hooks/sources/${key}`, indexNowUrl: `${base}/v1/hooks/indexnow` };
  }

  async function find(key: string): Promise<{ scope: Scope; row: SourceRow }> {
    const [, number = "", id = ""] = KEY.exec(key) ?? [];
    const organization = Number.parseInt(number, 36);
    if (id === "" || organization > 2_147_483_647) throw unknown();
    const [rows = []] = await db.batch(SYSTEM, [
      {
        text: `select ${sourceColumns}, (select o.id from organizations o where o.number = s.organization) as organization_id
          from knowledge_sources s where s.organization = $1::int and s.id = $2::text and s.status <> 'removing'`,
        values: [organization, `src_${id}`],
      },
    ]);
    const row = rows[0] && sourceOf(rows[0]);
    if (!row || !isSame(keyOf(organization, row), key)) throw unknown();
    return { row, scope: envelopeScope(organization, String(rows[0]?.["organization_id"]), PURPOSE) };
  }

  return {
    async get(scope: Scope, id: string, base: string): Promise<SourceHook> {
      return show(scope, await readSource(db, scope, id), base);
    },

    /** The address of before is worth nothing any more. */
    async renew(scope: Scope, id: string, base: string): Promise<SourceHook> {
      const row = await db.transaction(scope, async (tx) => {
        const before = await lockSource(tx, scope, id);
        await tx.batch([
          {
            text: "update knowledge_sources set hook = hook + 1 where organization = $1::int and id = $2::text",
            values: [scope.organization, id],
          },
        ]);
        await audit.record(tx, scope, {
          action: "source.hook-renewed",
          target: { type: "source", id, name: nameOf(before) },
        });
        return { ...before, hook: before.hook + 1 };
      });
      return show(scope, row, base);
    },

    /**
     * Has a source read again: all of it, or only those of the addresses that belong to it. What is being read just
     * now is read again after that. Faults: not_found for a wrong key, rate_limited.
     */
    async ping(key: string, urls: readonly string[] | undefined): Promise<{ taken: number | null }> {
      const { scope, row } = await find(key);
      const { allowed, retryAfterMs } = await limits.take(`hook:${row.id}`, CALLS);
      if (!allowed)
        throw new Fault("rate_limited", "This source was asked for too often. Send many addresses in one call.", {
          retryAfterMs,
        });
      const wanted = urls === undefined || row.type !== "website" ? null : pagesOf(row, urls);
      if (wanted?.length === 0) return { taken: 0 };
      await db.transaction(scope, (tx) => notePing(tx, scope, { id: row.id, urls: wanted }));
      await begin(scope, row.id);
      return { taken: wanted?.length ?? null };
    },
  };
}

function isSame(ours: string, given: string): boolean {
  return ours.length === given.length && timingSafeEqual(Buffer.from(ours), Buffer.from(given));
}

/** Of addresses that a stranger sent: those that this source may read. */
function pagesOf(row: SourceRow, urls: readonly string[]): string[] {
  if (row.url === null) return [];
  const site = { site: new Set([siteOf(row.url)]), settings: crawlSettings.parse(row.settings) };
  const own = urls.flatMap((raw) => {
    const normal = normaliseUrl(raw);
    const url = normal === undefined ? undefined : tidied(site, normal);
    return url !== undefined && isPageOf(site, url) ? [url] : [];
  });
  return [...new Set(own)];
}
