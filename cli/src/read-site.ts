import type { Source } from "@parley/contracts";
import type { Api } from "./api.ts";
import { count, createProgress } from "./progress.ts";
import { failedPages, followSource, openSite } from "./site.ts";
import type { Terminal } from "./terminal.ts";

const FAILURES_SHOWN = 5;

export interface SiteReading {
  api: Api;
  url: string;
  terminal: Terminal;
  signal: AbortSignal;
}

/** Has a site read and tells how far that is, where to talk to its agent, and what could not be read. */
export async function readSite({ api, url, terminal, signal }: SiteReading): Promise<void> {
  const since = performance.now();
  const site = await openSite(api, url);
  const talk = `Talk to it at ${api.url}/try/${site.agent.id}`;
  const progress = createProgress(terminal);
  let invited = false;
  const invite = (more: string) => {
    if (invited) return;
    invited = true;
    progress.clear();
    terminal.out(`${talk}${more}`);
  };
  if (site.agent.state === "ready") invite("");
  try {
    const seen = (source: Source) => {
      if (source.progress.indexed > 0 && source.status === "running") invite(" (it is still reading)");
      progress.show(source);
    };
    const source = await followSource(api, site.source.id, { signal, seen });
    progress.clear();
    await tellEnd({ api, terminal }, source, performance.now() - since);
    invite("");
  } finally {
    progress.clear();
  }
}

async function tellEnd(
  { api, terminal }: Pick<SiteReading, "api" | "terminal">,
  source: Source,
  tookMs: number,
): Promise<void> {
  const { fetched, indexed, failed } = source.progress;
  const seconds = Math.max(1, Math.round(tookMs / 1_000));
  terminal.note(`Read ${count(fetched, "page")} in ${count(seconds, "second")}; ${count(indexed, "page")} with text.`);
  if (source.message) terminal.note(source.message);
  if (failed === 0) return;
  terminal.note(`${count(failed, "page")} could not be read:`);
  const pages = await failedPages(api, source.id, FAILURES_SHOWN);
  for (const page of pages) terminal.note(`  ${page.url}${page.reason ? ` — ${page.reason}` : ""}`);
  if (failed > pages.length) terminal.note(`  and ${failed - pages.length} more`);
}
