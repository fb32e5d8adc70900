/** robots.txt as RFC 9309 says, with crawl-delay and sitemaps beside. */

export const ROBOT = "ParleyBot";

/** The RFC asks for at least 500 KiB. */
const LARGEST = 512 * 1024;
const SLOWEST_S = 30;

interface Rule {
  allow: boolean;
  pattern: string;
}

export interface Robots {
  /** Whether this crawler may fetch the address. */
  allows(url: string): boolean;
  /** Seconds between requests, if the site asks for it; at most 30. */
  crawlDelayS: number | null;
  sitemaps: string[];
}

export const allowAll: Robots = { allows: () => true, crawlDelayS: null, sitemaps: [] };

/** Reads the rules for `robot`. Never throws: what cannot be understood is passed over. */
export function parseRobots(text: string, robot = ROBOT): Robots {
  const { groups, sitemaps } = readGroups(text.slice(0, LARGEST).replace(/^\ufeff/, ""));
  const own = groups.filter((group) => group.agents.includes(robot.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter((group) => group.agents.includes("*"));
  const rules = chosen.flatMap((group) => group.rules);
  const delays = chosen.flatMap((group) => group.delayS ?? []);
  return {
    allows: (url) => isAllowed(rules, url),
    crawlDelayS: delays.length > 0 ? Math.min(SLOWEST_S, Math.max(...delays)) : null,
    sitemaps,
  };
}

interface Group {
  agents: string[];
  rules: Rule[];
  delayS: number | null;
}

function readGroups(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let group: Group | undefined;
  let naming = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [name, value] = fieldOf(line);
    if (name === "sitemap") {
      if (value !== "") sitemaps.push(value);
    } else if (name === "user-agent") {
      if (!naming || !group) groups.push((group = { agents: [], rules: [], delayS: null }));
      group.agents.push(productOf(value));
      naming = true;
    } else if (name === "allow" || name === "disallow") {
      naming = false;
      if (value !== "") group?.rules.push({ allow: name === "allow", pattern: normalisePattern(value) });
    } else if (name === "crawl-delay") {
      naming = false;
      const seconds = Number(value);
      if (group && Number.isFinite(seconds) && seconds >= 0 && value !== "") group.delayS = seconds;
    }
  }
  return { groups, sitemaps };
}

/** `["disallow", "/x"]`, without a comment; no name for a line that is none. */
function fieldOf(line: string): [name: string, value: string] {
  const said = line.split("#", 1)[0] ?? "";
  const colon = said.indexOf(":");
  return colon < 0 ? ["", ""] : [said.slice(0, colon).trim().toLowerCase(), said.slice(colon + 1).trim()];
}

const productOf = (value: string): string =>
  value.startsWith("*") ? "*" : (/^[a-z_-]+/i.exec(value)?.[0] ?? "").toLowerCase();

function isAllowed(rules: readonly Rule[], url: string): boolean {
  const { pathname, search } = new URL(url);
  if (pathname === "/robots.txt") return true;
  const target = normaliseEscapes(pathname + search);
  let best: Rule | undefined;
  for (const rule of rules) {
    if (!matches(rule.pattern, target)) continue;
    if (
      !best ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.allow)
    )
      best = rule;
  }
  return best?.allow ?? true;
}

/** `*` is anything, a `$` at the end is the end. Linear: each piece is looked for once, leftmost. */
function matches(pattern: string, target: string): boolean {
  const anchored = pattern.endsWith("$");
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...rest] = pieces;
  if (!target.startsWith(first)) return false;
  let at = first.length;
  const last = anchored ? rest.pop() : undefined;
  for (const piece of rest) {
    const found = target.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!anchored) return true;
  return last === undefined ? at === target.length : target.length - last.length >= at && target.endsWith(last);
}

const normalisePattern = (value: string): string =>
  normaliseEscapes(value.startsWith("/") || value.startsWith("*") ? value : `/${value}`);

/** Octets outside ASCII are compared escaped, unreserved ones plain, hex digits in upper case. */
function normaliseEscapes(path: string): string {
  const escaped = path.replace(/[^\u0021-\u007e]+/g, (text) => encodeURIComponent(text.toWellFormed()));
  return escaped.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
  });
}
