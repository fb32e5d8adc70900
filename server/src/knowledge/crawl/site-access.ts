import { Fault, type CrawlAccess, type CrawlAccessInput } from "@parley/contracts";
import { z } from "zod";
import type { Scope, Secrets } from "../../platform/index.ts";

const sealedPair = z.object({ name: z.string(), sealed: z.string() });

/** As the table holds it. */
export const storedAccess = z.object({
  headers: z.array(sealedPair),
  cookies: z.array(sealedPair),
  basic: z.object({ username: z.string(), sealed: z.string() }).nullable(),
});
export type StoredAccess = z.infer<typeof storedAccess>;

/** Headers that go with each request to the site's own origin. */
export type AccessHeaders = Record<string, string>;

export const noAccess: CrawlAccess = { headers: [], cookies: [], basic: null };

const contextOf = ({ organizationId }: Pick<Scope, "organizationId">): string => `source-access:${organizationId}`;

/**
 * Seals what was typed. A value that is left out is taken from `before`, by its name.
 * @returns null where nothing is left. Throws Fault invalid_request for a name without a value.
 */
export function sealAccess(
  secrets: Pick<Secrets, "seal">,
  scope: Pick<Scope, "organizationId">,
  { typed, before }: { typed: CrawlAccessInput; before: StoredAccess | null },
): StoredAccess | null {
  const seal = (value: string) => secrets.seal(value, contextOf(scope));
  const pairs = (kind: "headers" | "cookies") =>
    typed[kind].map(({ name, value }, at) => {
      const same = (other: string) =>
        kind === "headers" ? other.toLowerCase() === name.toLowerCase() : other === name;
      const sealed = value === undefined ? before?.[kind].find((pair) => same(pair.name))?.sealed : seal(value);
      if (sealed === undefined) throw missing(name, `access.${kind}.${at}.value`);
      return { name, sealed };
    });
  const headers = pairs("headers");
  const cookies = pairs("cookies");
  const basic = typed.basic && sealBasic(typed.basic, { seal, before: before?.basic ?? null });
  return headers.length + cookies.length === 0 && basic === null ? null : { headers, cookies, basic };
}

function sealBasic(
  { username, password }: NonNullable<CrawlAccessInput["basic"]>,
  { seal, before }: { seal: (value: string) => string; before: StoredAccess["basic"] },
): StoredAccess["basic"] {
  const sealed = password === undefined ? before?.sealed : seal(password);
  if (sealed === undefined) throw missing(username, "access.basic.password");
  return { username, sealed };
}

const missing = (name: string, field: string): Fault =>
  new Fault("invalid_request", `Give a value for ${name}, or take it off the list.`, { field });

/** What members see of it. */
export function showAccess(stored: StoredAccess | null): CrawlAccess {
  if (stored === null) return noAccess;
  const names = (pairs: StoredAccess["headers"]) => pairs.map(({ name }) => ({ name }));
  return {
    headers: names(stored.headers),
    cookies: names(stored.cookies),
    basic: stored.basic && { username: stored.basic.username },
  };
}

/** Opened for a reading. Throws Fault unavailable when the server's secret is another one than that they were sealed under. */
export function openAccess(
  secrets: Pick<Secrets, "open">,
  scope: Pick<Scope, "organizationId">,
  stored: StoredAccess | null,
): AccessHeaders {
  if (stored === null) return {};
  const open = (sealed: string) => {
    try {
      return secrets.open(sealed, contextOf(scope));
    } catch (cause) {
      throw new Fault(
        "unavailable",
        "What the site asks for can no longer be opened on this server: type the headers, cookies and password in again.",
        { cause },
      );
    }
  };
  const headers: AccessHeaders = Object.fromEntries(
    stored.headers.map(({ name, sealed }) => [name.toLowerCase(), open(sealed)]),
  );
  if (stored.cookies.length > 0)
    headers["cookie"] = stored.cookies.map(({ name, sealed }) => `${name}=${open(sealed)}`).join("; ");
  if (stored.basic) {
    const pair = `${stored.basic.username}:${open(stored.basic.sealed)}`;
    headers["authorization"] = `Basic ${Buffer.from(pair).toString("base64")}`;
  }
  return headers;
}

/** Of a column. */
export function accessOf(value: unknown): StoredAccess | null {
  const found = storedAccess.safeParse(value);
  return found.success ? found.data : null;
}

/**
 * Whether what opens the site may be sent to an address: the origin of its start address, or the same host once it
 * has turned from http to https.
 */
export function mayOpen(startUrl: string, url: string): boolean {
  const [start, to] = [new URL(startUrl), new URL(url)];
  if (start.origin === to.origin) return true;
  return (
    start.protocol === "http:" &&
    to.protocol === "https:" &&
    start.hostname === to.hostname &&
    start.port === "" &&
    to.port === ""
  );
}
