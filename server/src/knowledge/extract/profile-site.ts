import type { Database, FetchPublic, Files, Scope } from "../../platform/index.ts";
import type { SourceRow } from "../source-store.ts";
import type { SiteProfile } from "../types.ts";
import type { HomeFacts } from "./home-facts.ts";

export interface ProfileSiteDeps {
  db: Database;
  files: Pick<Files, "write">;
  fetchPublic: FetchPublic;
  signal: AbortSignal;
}

export async function profileSite(_deps: ProfileSiteDeps, _scope: Scope, source: SourceRow & { home: HomeFacts }): Promise<SiteProfile> {
  const { home } = source;
  return { name: home.name, description: home.description, language: home.language, color: home.themeColor, logoFile: null, questions: home.questions.slice(0, 6) };
}
