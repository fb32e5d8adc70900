/** The only way to better-auth: one call of one of its functions, with what the request brought. */
import type { Auth } from "./open-auth.ts";
import { faultOfAuth } from "./auth-faults.ts";
import { ADDRESS_HEADER } from "./session-cookie.ts";

/** Who asks, and how the browser sees this server. */
export interface Caller {
  /** Such as `https://chat.example.com`: what a browser's own checks compare with. */
  origin: string;
  address: string;
  userAgent: string | null;
  cookies: string | null;
}

export interface Given {
  headers: Headers;
  returnHeaders: true;
}

export interface AuthDoor {
  /** `cookies` are for the answer. @throws Fault */
  call<T>(
    caller: Caller,
    ask: (api: Auth["api"], given: Given) => Promise<{ headers?: Headers | null | undefined; response: T }>,
  ): Promise<{ response: T; cookies: string[] }>;
  /** For what ends in a redirect, whichever way it went. */
  follow(
    caller: Caller,
    ask: (api: Auth["api"], given: { headers: Headers; asResponse: true }) => Promise<Response>,
  ): Promise<{ location: string | null; cookies: string[] }>;
}

/** `open` is called at the first use. */
export function createAuthDoor(open: () => Promise<Auth>): AuthDoor {
  let opened: Promise<Auth> | undefined;

  async function ready(): Promise<Auth> {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  }

  return {
    async call(caller, ask) {
      const auth = await ready();
      try {
        const { headers, response } = await ask(auth.api, { headers: headersOf(caller), returnHeaders: true });
        return { response, cookies: cookiesFor(caller, headers) };
      } catch (error) {
        throw faultOfAuth(error) ?? error;
      }
    },
    async follow(caller, ask) {
      const { headers } = await ask((await ready()).api, { headers: headersOf(caller), asResponse: true });
      return { location: headers.get("location"), cookies: cookiesFor(caller, headers) };
    },
  };
}

/** Made from what was checked: nothing that a client sent passes through but its cookies and its name. */
function headersOf({ origin, address, userAgent, cookies }: Caller): Headers {
  const { host, protocol } = new URL(origin);
  const headers = new Headers({
    host,
    origin,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    [ADDRESS_HEADER]: address,
  });
  if (userAgent) headers.set("user-agent", userAgent.slice(0, 500));
  if (cookies) headers.set("cookie", cookies);
  return headers;
}

/** Behind a proxy that speaks https, cookies are for https even where no public address is configured. */
function cookiesFor({ origin }: Caller, headers: Headers | null | undefined): string[] {
  const cookies = headers?.getSetCookie() ?? [];
  if (!origin.startsWith("https:")) return cookies;
  return cookies.map((cookie) => (/;\s*secure\b/i.test(cookie) ? cookie : `${cookie}; Secure`));
}
