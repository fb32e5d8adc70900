/** Everything that can go wrong in a way that a caller may want to handle, each with a stable code. */
export const faultCatalogue = {
  invalid_request: { status: 400, title: "The request is not valid" },
  invalid_url: { status: 400, title: "That is not an address of a website" },
  private_address: { status: 400, title: "That address leads to a private network" },
  unauthorized: { status: 401, title: "A valid API key is needed" },
  key_expired: { status: 401, title: "This API key has expired" },
  key_revoked: { status: 401, title: "This API key has been revoked" },
  forbidden: { status: 403, title: "This key may not do that" },
  not_found: { status: 404, title: "There is no such thing here" },
  method_not_allowed: { status: 405, title: "That cannot be done at this address" },
  second_factor_needed: { status: 401, title: "The second factor is needed" },
  wrong_credentials: { status: 401, title: "The email or the password is not right" },
  email_unverified: { status: 403, title: "The email address is not confirmed yet" },
  link_expired: { status: 410, title: "This link is no longer valid" },
  already_exists: { status: 409, title: "That is there already" },
  stale: { status: 412, title: "Somebody else has changed it meanwhile" },
  repeated_differently: { status: 422, title: "This Idempotency-Key was used for another request" },
  still_running: { status: 409, title: "The same request is still under way" },
  conflict: { status: 409, title: "That cannot be done in its present state" },
  too_large: { status: 413, title: "That is too large" },
  unsupported_type: { status: 415, title: "That kind of content is not accepted" },
  rate_limited: { status: 429, title: "Too many requests, please wait a moment" },
  budget_spent: { status: 429, title: "Today's limit is used up" },
  host_not_found: { status: 422, title: "There is no such host" },
  connection_refused: { status: 422, title: "The site does not take connections" },
  connection_failed: { status: 422, title: "The connection to the site broke off" },
  timed_out: { status: 422, title: "The site took too long to answer" },
  tls_failed: { status: 422, title: "The site's certificate is not valid" },
  too_many_redirects: { status: 422, title: "The site redirects without end" },
  response_too_large: { status: 422, title: "The page is too large to read" },
  robots_forbidden: { status: 422, title: "The site does not allow crawling" },
  http_error: { status: 422, title: "The site answered with an error" },
  no_pages: { status: 422, title: "No page with text was found" },
  vendor_refused: { status: 422, title: "The vendor did not accept that" },
  vendor_failed: { status: 502, title: "A connected service failed" },
  unavailable: { status: 503, title: "Parley cannot do that just now" },
  internal: { status: 500, title: "Something went wrong on our side" },
} as const satisfies Record<string, { status: number; title: string }>;

export type FaultCode = keyof typeof faultCatalogue;

export interface FaultDetails {
  /** The field at fault, as a path such as `settings.pageLimit`. */
  field?: string;
  /** Milliseconds after which trying again makes sense. */
  retryAfterMs?: number;
  cause?: unknown;
}

/** An expected failure. `message` is a sentence for the person: what went wrong and what to do. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly field: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: FaultCode, message?: string, details: FaultDetails = {}) {
    super(message ?? faultCatalogue[code].title, { cause: details.cause });
    this.name = "Fault";
    this.code = code;
    this.field = details.field;
    this.retryAfterMs = details.retryAfterMs;
  }

  get status(): number {
    return faultCatalogue[this.code].status;
  }
}
