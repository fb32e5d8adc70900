const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/** The address if it is one that may be opened from an answer (http, https, mailto), else null. */
export function safeLink(address: string): string | null {
  const trimmed = address.trim();
  if (trimmed.length > 2_048 || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return ALLOWED.has(url.protocol) ? url.href : null;
}
