/** `https://shop.example`, or null for what is no website's origin. Never a path, a query or a name and password. */
export function readOrigin(text: string | null | undefined): string | null {
  if (!text || text.length > 300 || !URL.canParse(text)) return null;
  const { protocol, origin, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== "" && origin.length <= 260 ? origin : null;
}

const LOCAL_NAMES = /(^|\.)(localhost|local|internal|test|home\.arpa)$/;
const LOCAL_ADDRESSES = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[(::1|f[cde]))/;

/** A developer's machine, or a private network. */
export function isLocal(origin: string): boolean {
  const { hostname } = new URL(origin);
  return LOCAL_NAMES.test(hostname) || LOCAL_ADDRESSES.test(hostname);
}

/** Whether a list of `example.com`, `*.example.com` and `localhost:3000` names this origin. An empty list names all. */
export function isListed(domains: readonly string[], origin: string): boolean {
  if (domains.length === 0) return true;
  const { host, hostname } = new URL(origin);
  return domains.some((domain) => {
    if (domain.startsWith("*.")) {
      const [name = "", port] = domain.slice(2).split(":");
      return hostname.endsWith(`.${name}`) && (port === undefined || host.endsWith(`:${port}`));
    }
    return domain === host || domain === hostname;
  });
}
