import { Fault, type FaultCode } from "@parley/contracts";
import { TooLarge, Undecodable } from "./read-body.ts";

/** What a failed fetch means, in words that name the host and say what to do. Never holds what the host sent. */
export function nameFailure(error: unknown, url: URL): Fault {
  const host = url.host;
  if (error instanceof Fault) return error;
  if (error instanceof TooLarge) return tooLarge(host, error);
  if (error instanceof Undecodable) {
    return new Fault("connection_failed", `What ${host} sent is damaged: its compression cannot be undone.`, {
      cause: error,
    });
  }
  const code = codeOf(error);
  for (const [pattern, fault, words] of meanings) {
    if (pattern.test(code)) return new Fault(fault, words(host), { cause: error });
  }
  return new Fault("connection_failed", `The connection to ${host} broke off. Try again in a moment.`, {
    cause: error,
  });
}

export function timedOut(url: URL): Fault {
  return new Fault("timed_out", `${url.host} took too long to answer. Try again later, or check that the site is up.`);
}

export function tooLarge(host: string, cause?: unknown): Fault {
  return new Fault("response_too_large", `A page of ${host} is too large to read. Leave it out, or choose another.`, {
    cause,
  });
}

/** The failure's code; with several addresses tried, that of the last that failed. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    const inner = error.errors.map(codeOf).filter((code) => code !== "");
    return inner.find((code) => code === "ECONNREFUSED") ?? inner.at(-1) ?? "";
  }
  if (error instanceof Error && "code" in error) return String(error.code);
  return "";
}

const tls = (say: (host: string) => string) => (host: string) => `${say(host)} Ask the site's owner to mend it.`;

const meanings: readonly (readonly [RegExp, FaultCode, (host: string) => string])[] = [
  [
    /^(ENOTFOUND|EAI_NONAME|EAI_NODATA|ENODATA)$/,
    "host_not_found",
    (host) => `There is no host named ${host}. Check the spelling of the address.`,
  ],
  [
    /^(EAI_|ESERVFAIL|EREFUSED|ENONAME)/,
    "host_not_found",
    (host) => `${host} cannot be looked up just now. Check the spelling, and that this server can reach its DNS.`,
  ],
  [
    /^ECONNREFUSED$/,
    "connection_refused",
    (host) => `${host} does not take connections. Check the address and its port, and that the site is up.`,
  ],
  [
    /^(ETIMEDOUT|UND_ERR_\w+_TIMEOUT)$/,
    "timed_out",
    (host) => `${host} took too long to answer. Try again later, or check that the site is up.`,
  ],
  [/^CERT_HAS_EXPIRED$/, "tls_failed", tls((host) => `The certificate of ${host} has expired.`)],
  [/^CERT_NOT_YET_VALID$/, "tls_failed", tls((host) => `The certificate of ${host} is not valid yet.`)],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    "tls_failed",
    tls((host) => `The certificate of ${host} is signed by nobody that browsers trust.`),
  ],
  [
    /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    "tls_failed",
    tls((host) => `The certificate of ${host} was made for another name.`),
  ],
  [
    /^UNABLE_TO_/,
    "tls_failed",
    tls((host) => `The certificate of ${host} comes without the certificates that vouch for it.`),
  ],
  [
    /^(EPROTO|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_HTTP_REQUEST)$/,
    "tls_failed",
    (host) => `${host} does not speak https on this port. Try the address with http://.`,
  ],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|CRL_|INVALID_|PATH_LENGTH_|KEYUSAGE_)/,
    "tls_failed",
    tls((host) => `No secure connection to ${host} can be made.`),
  ],
  [/^UND_ERR_HEADERS_OVERFLOW$/, "response_too_large", (host) => `${host} sends headers that are too large to read.`],
  [
    /^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/,
    "connection_failed",
    (host) => `There is no way from this server to ${host}. Check the server's network.`,
  ],
];
