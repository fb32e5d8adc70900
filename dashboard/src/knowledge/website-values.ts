import type { BodyOf } from "../live/index.ts";
import type { Website } from "./source-status.tsx";

export type WebsiteSettings = Website["settings"];
type Access = NonNullable<BodyOf<"/v1/sources/{id}", "patch">["access"]>;

export interface Pair {
  name: string;
  /** Empty: as it was. */
  value: string;
  /** It has a value on the server. */
  stored: boolean;
}

export interface WebsiteValues {
  url: string;
  schedule: Website["schedule"];
  settings: Omit<WebsiteSettings, "pageLimit"> & { pageLimit: number | null };
  access: { headers: Pair[]; cookies: Pair[]; username: string; password: string };
}

const DEFAULT_LIMIT = 2_000;

const defaultSettings: WebsiteSettings = {
  include: [],
  exclude: [],
  pageLimit: DEFAULT_LIMIT,
  maxDepth: null,
  requestsPerSecond: null,
  concurrency: null,
  useSitemaps: true,
  sitemaps: [],
  subdomains: [],
  queryRule: "all",
  queryNames: [],
  foldCanonical: true,
  foldLanguages: false,
  keepSelectors: [],
  dropSelectors: [],
  readFiles: true,
  rendering: "auto",
};

export const newWebsite: WebsiteValues = {
  url: "",
  schedule: "1d",
  settings: defaultSettings,
  access: { headers: [], cookies: [], username: "", password: "" },
};

export function valuesOf({ url, schedule, settings, access }: Website): WebsiteValues {
  const pairs = (named: readonly { name: string }[]) => named.map(({ name }) => ({ name, value: "", stored: true }));
  return {
    url,
    schedule,
    settings,
    access: {
      headers: pairs(access.headers),
      cookies: pairs(access.cookies),
      username: access.basic?.username ?? "",
      password: "",
    },
  };
}

export function settingsOf({ settings }: WebsiteValues): WebsiteSettings {
  return { ...settings, pageLimit: settings.pageLimit ?? DEFAULT_LIMIT };
}

/** As it is sent: what was left empty stays as it was. */
export function accessOf({ access }: WebsiteValues): Access {
  const pairs = (given: readonly Pair[]) =>
    given
      .filter(({ name }) => name.trim() !== "")
      .map(({ name, value }) => ({ name: name.trim(), ...(value !== "" && { value }) }));
  const username = access.username.trim();
  const { password } = access;
  return {
    headers: pairs(access.headers),
    cookies: pairs(access.cookies),
    basic: username === "" ? null : { username, ...(password !== "" && { password }) },
  };
}
