/** The two ways out. Nothing else in the server may open a connection to an address. */

export interface PublicRequest {
  method?: "GET" | "HEAD";
  /** Posts this: once, and never to where a redirect leads. */
  body?: string;
  headers?: Record<string, string>;
  /** The body is cut off here with `response_too_large`, counted after decompression. */
  maxBytes: number;
  /** For everything from the first byte sent to the last received, redirects included. */
  timeoutMs: number;
  maxRedirects: number;
  signal: AbortSignal;
  /**
   * Origins (`http://127.0.0.1:8000`) whose private address is trusted because the server's admin typed it.
   * Only these exact origins, also after a redirect. A name that was public before does not become private by trust,
   * and no name leads to a cloud's metadata.
   */
  trustedOrigins?: readonly string[];
  /** Asked before each redirect is followed; false ends there and returns the redirect itself. */
  mayFollow?: (to: URL) => boolean;
}

export interface PublicResponse {
  status: number;
  /** After redirects. */
  url: string;
  /** Every address on the way, the first and the last included. */
  redirects: string[];
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * Fetches an address that a user or a page gave. Refuses anything that leads to a private, loopback, link-local,
 * metadata, multicast or otherwise special network, in every spelling, after every redirect, and connects to the
 * very address that was checked (no second DNS look-up). Faults: invalid_url, private_address, host_not_found,
 * connection_refused, connection_failed, timed_out, tls_failed, too_many_redirects, response_too_large.
 */
export type FetchPublic = (url: string, request: PublicRequest) => Promise<PublicResponse>;

/**
 * A `fetch` for a vendor that the server's admin configured: any address, but with a time-out for the headers,
 * no redirects to another host, and no proxy or cookie of its own.
 */
export type FetchVendor = typeof globalThis.fetch;
