import type { Clock, Database, Files, Scope } from "../../platform/index.ts";
import type { PacedFetch } from "../crawl/paced-fetch.ts";
import type { HomeFacts } from "../extract/home-facts.ts";
import type { WebsiteRow } from "../sources/source-row.ts";
import type { SiteProfile } from "../types.ts";
import { findColor } from "./find-color.ts";
import { type FactPage, factTitles, findFacts } from "./find-facts.ts";
import { findIntro } from "./find-intro.ts";
import { findLogo } from "./find-logo.ts";
import { findName } from "./find-name.ts";
import { findQuestions, type PageOutline } from "./find-questions.ts";
import { findTone } from "./find-tone.ts";

export interface ProfileSiteDeps {
  db: Database;
  clock: Clock;
  files: Pick<Files, "write">;
  /** In its turn, as the crawl itself. */
  fetch: PacedFetch;
  signal: AbortSignal;
}

/** How a site looks: the part of its profile that takes fetches. */
export interface SiteLooks {
  color: string | null;
  logoFile: string | null;
}

type ProfiledSource = Pick<WebsiteRow, "id" | "agentId" | "url"> & { home: HomeFacts };

const TIMEOUT_MS = 8_000;

/** Fetches its icon and, where the page does not name its colour, its manifest and a stylesheet. Never throws for them. */
export async function findLooks(deps: ProfileSiteDeps, source: ProfiledSource): Promise<SiteLooks> {
  const fetch = async (url: string, maxBytes: number) => {
    try {
      const response = await deps.fetch(url, { maxBytes, timeoutMs: TIMEOUT_MS });
      return response.status === 200 ? response.body : undefined;
    } catch {
      deps.signal.throwIfAborted();
      return undefined;
    }
  };
  const color = await findColor(fetch, source.home);
  const logo = await findLogo(fetch, source.home.icons);
  if (!logo) return { color, logoFile: null };
  const logoFile = `agents/${source.agentId}/logo.${logo.extension}`;
  await deps.files.write(logoFile, logo.bytes, logo.contentType);
  return { color, logoFile };
}

/** What the pages read so far and the start page tell of the site. */
export async function profileSite(
  deps: Pick<ProfileSiteDeps, "db" | "clock">,
  scope: Scope,
  source: ProfiledSource & { looks: SiteLooks },
): Promise<SiteProfile> {
  const { home, looks } = source;
  const [pages, telling] = await Promise.all([
    readOutlines(deps.db, scope, source.id),
    readTelling(deps.db, scope, source),
  ]);
  const start = pages.find(({ url }) => url !== null && new URL(url).pathname === new URL(source.url).pathname);
  const language = start?.language ?? home.language;
  const name = findName(home, { titles: pages.map(({ title }) => title), host: new URL(source.url).hostname });
  const startPage = telling.find(({ isStart }) => isStart);
  return {
    name,
    description: home.description ?? (startPage ? findIntro(startPage.content, name) : null),
    language,
    color: looks.color,
    logoFile: looks.logoFile,
    questions: findQuestions(pages, { named: home.questions, language: language ?? "en" }),
    tone: findTone(telling.map(({ content }) => content).join("\n"), language ?? "en"),
    facts: findFacts(telling),
    foundAt: new Date(deps.clock.now()).toISOString(),
  };
}

const MOST_PAGES = 400;

/** Titles, and the headings that ask something. */
async function readOutlines(db: Database, scope: Scope, sourceId: string): Promise<PageOutline[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select title, url, language, array_to_string(array(select m[1] from regexp_matches(content, '^#{1,6} ([^\\n]{5,140}[?？؟])[ \\t]*$', 'gn') m limit 20), E'\\n') as questions
        from knowledge_documents where organization = $1::int and source_id = $2::text order by length(url), id limit $3::int`,
      values: [scope.organization, sourceId, MOST_PAGES],
    },
  ]);
  return rows.map((row) => ({
    title: String(row["title"]),
    url: row["url"] === null ? null : String(row["url"]),
    language: String(row["language"]),
    questions: String(row["questions"] ?? "")
      .split("\n")
      .filter((question) => question !== ""),
  }));
}

const MOST_TELLING = 16;
const MOST_TEXT = 40_000;

/** The start page and those that by their names tell how the business is reached; short addresses first. */
async function readTelling(db: Database, scope: Scope, source: Pick<WebsiteRow, "id" | "url">): Promise<FactPage[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select title, url, language, left(content, $4::int) as content from knowledge_documents
        where organization = $1::int and source_id = $2::text and (title ~* $3::text or url ~* $3::text or length(url) <= $5::int)
        order by length(url), id limit $6::int`,
      values: [scope.organization, source.id, factTitles.source, MOST_TEXT, source.url.length + 1, MOST_TELLING],
    },
  ]);
  return rows.map((row) => {
    const url = row["url"] === null ? null : String(row["url"]);
    return {
      url,
      title: String(row["title"]),
      language: String(row["language"]),
      content: String(row["content"]),
      isStart: url !== null && url.length <= source.url.length + 1,
    };
  });
}
