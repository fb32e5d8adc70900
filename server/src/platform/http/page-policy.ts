/** Headers of the pages that people work in. */

/**
 * For the dashboard's page: scripts from here alone and none in the page, styles also those that a library adds under
 * the page's nonce, in frames nothing but pages of this server (the preview of the widget), in nobody's frame itself.
 */
export function dashboardPolicy(nonce?: string): Record<string, string> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self'${nonce === undefined ? "" : ` 'nonce-${nonce}'`}`,
      // Pictures of products lie where the shop has them.
      "img-src 'self' data: blob: https:",
      "font-src 'self'",
      "connect-src 'self'",
      "media-src 'self' blob:",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()",
    "x-content-type-options": "nosniff",
  };
}

/** A year: whoever came by https once comes by https. */
export const STRICT_TRANSPORT = "max-age=31536000";
