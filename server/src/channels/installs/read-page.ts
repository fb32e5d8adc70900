/** Looks for the snippet in a page as it came over the wire, and for what could keep the widget from showing. */
import type { InstallHint } from "@parley/contracts";

export interface ReadPageInput {
  html: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** After redirects. */
  url: string;
  agentId: string;
  /** Where the snippet must lead: this server's own address. */
  server: string;
}

export interface PageFinding {
  found: boolean;
  hints: { hint: InstallHint; detail: string | null }[];
}

const AGENT = /\bagt_[0-9a-hjkmnp-tv-z]{26}(?![0-9a-z])/g;
const SCRIPT = /(https?:)?\/\/([^\s"'<>\\/]+)\/widget\.js/g;
const TAG_MANAGER = /googletagmanager\.com\/gtm|GTM-[A-Z0-9]{4,}|tags\.tiqcdn\.com|matomo[\w.-]*\/js\/container_/;

export function readPage({ html, headers, url, agentId, server }: ReadPageInput): PageFinding {
  const live = html.replace(/<!--[^]*?(-->|$)/g, "");
  const ids = new Set(live.match(AGENT));
  const hosts = [...live.matchAll(SCRIPT)].map(([, , host = ""]) => host.toLowerCase());
  const own = new URL(server).host;
  const named = ids.has(agentId);
  const found = named && (hosts.includes(own) || /["'=]\/widget\.js/.test(live));
  const hints: PageFinding["hints"] = [];
  const hint = (name: InstallHint, detail: string | null = null) => hints.push({ hint: name, detail });

  if (found) {
    const forbidden = forbiddenBy(policiesOf(html, headers), { server, url });
    if (forbidden.length > 0) hint("content-policy", forbidden.join(", "));
    return { found, hints };
  }
  const elsewhere = hosts.find((host) => host !== own);
  if (named && elsewhere !== undefined) hint("other-server", elsewhere);
  const [other] = [...ids].filter((id) => id !== agentId);
  if (other !== undefined) hint("other-agent", other);
  if (!named && html.includes(agentId)) hint("commented-out");
  if (TAG_MANAGER.test(live)) hint("tag-manager");
  if (isBuiltByScript(live)) hint("built-by-script");
  const cache = cacheOf(headers);
  if (cache !== null) hint("cached", cache || null);
  return { found, hints };
}

/** A page whose words come later, with the scripts that bring them. */
function isBuiltByScript(html: string): boolean {
  return /<script\b/i.test(html) && lettersOf(html.slice(Math.max(0, html.search(/<body/i)))) < FEW_LETTERS;
}

const FEW_LETTERS = 200;

/** Letters between the tags, without those that nobody sees. In one pass, whatever the page is. */
function lettersOf(html: string): number {
  let letters = 0;
  let hidden = "";
  for (const piece of html.split("<").slice(1)) {
    const end = piece.indexOf(">");
    const name = /^\/?[a-z]+/i.exec(piece)?.[0].toLowerCase() ?? "";
    if (hidden !== "" && name === `/${hidden}`) hidden = "";
    else if (hidden === "" && ["script", "style", "noscript", "template"].includes(name)) hidden = name;
    if (hidden === "" && end >= 0)
      letters += piece
        .slice(end + 1)
        .replace(/\s+/g, " ")
        .trim().length;
  }
  return letters;
}

/** How many seconds old, empty where that is not said; null: no cache answered. */
function cacheOf(headers: Record<string, string>): string | null {
  const status = headers["cf-cache-status"] ?? headers["x-cache"] ?? headers["x-vercel-cache"] ?? "";
  if (/\bhit\b/i.test(status)) return headers["age"] ?? "";
  return Number(headers["age"]) > 30 ? (headers["age"] ?? null) : null;
}

function policiesOf(html: string, headers: Record<string, string>): string[] {
  const inPage = [...html.matchAll(/<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/gi)].map(
    ([tag]) => /content="([^"]*)"|content='([^']*)'/i.exec(tag)?.slice(1).find(Boolean) ?? "",
  );
  const sent = headers["content-security-policy"];
  return (sent === undefined ? inPage : [...sent.split(","), ...inPage]).map((policy) => policy.replace(/&#39;/g, "'"));
}

/** The directives of what the widget needs that do not let this server in. */
function forbiddenBy(policies: string[], at: { server: string; url: string }): string[] {
  const needs = [
    ["script-src-elem", "script-src", "default-src"],
    ["frame-src", "child-src", "default-src"],
    ["connect-src", "default-src"],
  ];
  const missing = policies.flatMap((policy) => {
    const directives = new Map(
      policy
        .split(";")
        .map((part) => part.trim().toLowerCase().split(/\s+/))
        .map(([name = "", ...sources]) => [name, sources] as const),
    );
    return needs.flatMap((names) => {
      const sources = names.map((name) => directives.get(name)).find((each) => each !== undefined);
      // A nonce or a hash may well be on the snippet's own tag.
      const byMark =
        names.includes("script-src") && sources?.some((each) => /^'(nonce-|sha\d|strict-dynamic)/.test(each));
      if (sources === undefined || byMark || sources.some((source) => lets(source, at))) return [];
      return [names.find((name) => name !== "script-src-elem") ?? ""];
    });
  });
  return [...new Set(missing)];
}

function lets(source: string, at: { server: string; url: string }): boolean {
  const server = new URL(at.server);
  if (source === "*" || source === server.protocol) return true;
  if (source === "'self'") return new URL(at.url).origin === server.origin;
  const [, scheme, name = "", port] = /^(?:([a-z]+):\/\/)?([^/:]+)(?::(\d+|\*))?(?:\/|$)/.exec(source) ?? [];
  if (scheme !== undefined && `${scheme}:` !== server.protocol && !(scheme === "http" && server.protocol === "https:"))
    return false;
  if (port !== undefined && port !== "*" && port !== server.port) return false;
  if (port === undefined && server.port !== "") return false;
  return name.startsWith("*.") ? server.hostname.endsWith(name.slice(1)) : name === server.hostname;
}
