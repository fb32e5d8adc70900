import { Fault } from "@parley/contracts";

const LONGEST = 8_192;

/**
 * Reads an address of a website as browsers do, which makes every spelling of a host one. The fragment and a final dot of
 * the host fall away. Fault: invalid_url (not an address, another scheme, a user name or password in it).
 */
export function parseAddress(text: string, base?: URL): URL {
  const url = text.length <= LONGEST && URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  if (!url) throw new Fault("invalid_url", `That is not an address of a website. Write it like https://example.com.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new Fault("invalid_url", "Only addresses that begin with http:// or https:// can be read.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new Fault("invalid_url", `Leave the user name and password out of the address of ${url.hostname}.`);
  }
  url.hash = "";
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  if (url.hostname === "" || url.hostname.split(".").includes("")) {
    throw new Fault("invalid_url", "The address names no host. Write it like https://example.com.");
  }
  return url;
}

/** The port that a connection to `url` goes to. */
export function portOf(url: { protocol: string; port: string }): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

/** A host as it is written in a URL's `hostname`, without the brackets of IPv6. */
export function bareHost(hostname: string): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}

/** Ports that speak something else than the web, from which a request could do harm. Source: the Fetch standard's list. */
export function isForeignPort(port: number): boolean {
  return foreignPorts.has(port);
}

const foreignPorts = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
  // Beyond the standard's list: databases and caches that answer to whoever asks.
  1433, 1521, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 6379, 9042, 9200, 9300, 11211, 27017,
]);
