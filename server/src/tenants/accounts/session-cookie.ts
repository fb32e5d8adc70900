/** The session's cookie: named and signed as better-auth does it, read here without loading better-auth. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Secrets } from "../../platform/index.ts";

/** 30 days, counted from the last use. */
export const SESSION_SECONDS = 30 * 86_400;
/** How the door tells better-auth the address of who asks. */
export const ADDRESS_HEADER = "x-parley-address";

/** `__Host-`: no other host may set it, not even one beside or below this one. Browsers allow it over https alone. */
export function cookieNames(secure: boolean) {
  const prefix = secure ? "__Host-parley" : "parley";
  return { prefix, session: `${prefix}.session_token` };
}

export const signingSecret = (secrets: Secrets) => secrets.sign("accounts", "auth");

/** The token in a request's cookies, if it was signed here. */
export function readSessionToken(
  cookies: string | undefined,
  { name, secret }: { name: string; secret: string },
): string | undefined {
  const value = cookieNamed(cookies ?? "", name);
  const at = value?.lastIndexOf(".") ?? -1;
  if (value === undefined || at < 1) return undefined;
  const token = value.slice(0, at);
  // As text: several spellings of base64 stand for the same bytes.
  const claimed = Buffer.from(value.slice(at + 1));
  const expected = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return claimed.length === expected.length && timingSafeEqual(claimed, expected) ? token : undefined;
}

/** The cookie that keeps the browser signed in for as long as the session now lasts. */
export function sessionCookie(token: string, { name, secret }: { name: string; secret: string }, secure: boolean) {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  const value = encodeURIComponent(`${token}.${signature}`);
  return `${name}=${value}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly;${secure ? " Secure;" : ""} SameSite=Lax`;
}

function cookieNamed(cookies: string, name: string): string | undefined {
  for (const part of cookies.split(";")) {
    const at = part.indexOf("=");
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
