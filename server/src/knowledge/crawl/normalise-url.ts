import { Fault } from "@parley/contracts";

/** Longer addresses are traps more often than pages. */
export const LONGEST_URL = 1_500;

const tracking =
  /^(utm_.*|mtm_.*|pk_(campaign|kwd|source|medium)|matomo_.*|hsa_.*|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|__hs.*|vero_id|oly_enc_id|oly_anon_id|ref_src|ref_url|spm|scm|s_cid|wt_mc|phpsessid|jsessionid|sessionid|sid|cfid|cftoken|zanpid|campaignid|adgroupid)$/i;

/**
 * An address as the crawl knows it: absolute, http or https, without fragment, credentials, tracking and session
 * parameters; the others in order. Undefined for everything that is not such an address.
 */
export function normaliseUrl(raw: string, base?: string): string | undefined {
  const text = raw.trim();
  if (text.length > LONGEST_URL * 2 || (base === undefined && !/^https?:/i.test(text))) return undefined;
  const url = parse(text, base);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:") || url.hostname === "") return undefined;
  url.hash = "";
  url.username = "";
  url.password = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  url.pathname = url.pathname.replace(/;jsessionid=[^/;]*/i, "").replace(/\/{2,}/g, "/");
  url.search = orderQuery(url.search);
  const { href } = url;
  return href.length > LONGEST_URL ? undefined : href;
}

/** What stays the same where a page answers under several spellings: scheme, `www.`, a last slash, `index.html`. */
export function foldUrl(url: string): string {
  const { hostname, port, pathname, search } = new URL(url);
  const host = `${foldHost(hostname)}${port ? `:${port}` : ""}`;
  const path = pathname.replace(/\/(?:index\.(?:html?|php)|default\.aspx?)$/i, "/").replace(/\/$/, "");
  return `${host}${decodeUnreserved(path)}${search}`;
}

/** Host and port, `www.` left out: what makes two addresses parts of one site. */
export function siteOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${foldHost(hostname)}${port ? `:${port}` : ""}`;
}

/**
 * The address of a site as a person types it: `shop.example` is enough.
 * @throws Fault invalid_url
 */
export function readStartUrl(typed: string): string {
  const text = typed.trim();
  if (text === "")
    throw new Fault("invalid_url", "Type the address of a website, such as https://example.com.", { field: "url" });
  const scheme = schemeOf(text);
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    throw new Fault("invalid_url", `Only http and https addresses can be read, not "${scheme}:".`, { field: "url" });
  }
  const address = scheme === undefined ? `https://${text.replace(/^\/+/, "")}` : text;
  const url = parse(address);
  if (!url || /\s/.test(text) || !isHost(url.hostname)) {
    throw new Fault(
      "invalid_url",
      `"${text.slice(0, 100)}" is not the address of a website. Try one such as https://example.com.`,
      {
        field: "url",
      },
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new Fault("invalid_url", "Leave the user name and password out of the address.", { field: "url" });
  }
  const normal = normaliseUrl(url.href);
  if (normal === undefined) throw new Fault("invalid_url", "That address is too long.", { field: "url" });
  return normal;
}

/** False for `shop.example` and `localhost:3000`. */
export function hasScheme(typed: string): boolean {
  return schemeOf(typed.trim()) !== undefined;
}

function schemeOf(text: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase();
}

function parse(text: string, base?: string): URL | undefined {
  return URL.parse(text, base) ?? undefined;
}

function isHost(hostname: string): boolean {
  return hostname === "localhost" || hostname.startsWith("[") || /^[^.\s]+(\.[^.\s]+)+\.?$/.test(hostname);
}

function orderQuery(search: string): string {
  if (search.length < 2) return "";
  const pairs = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !tracking.test(nameOf(pair)));
  const named = pairs.map((pair, at) => ({ pair, at, name: nameOf(pair) }));
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.at - b.at));
  return named.length === 0 ? "" : `?${named.map(({ pair }) => pair).join("&")}`;
}

const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";

const foldHost = (hostname: string): string => hostname.toLowerCase().replace(/^www\./, "");

/** `%7E` and `~` are the same address. */
function decodeUnreserved(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
  });
}
