/** How an account at Google is connected: consent with PKCE, tokens, and giving them back. */
import { ConnectorFault } from "@parley/contracts";
import { z } from "zod";

export interface GoogleClient {
  clientId: string;
  clientSecret: string;
  /** Another address for all of Google; null for Google's own. */
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
}

export interface GoogleTokens {
  accessToken: string;
  /** Null where Google gave none, as on a refresh. */
  refreshToken: string | null;
  expiresInS: number;
}

/** Reading alone. `drive.file` would not do: it shows what was picked file by file, and nothing of what is added to a folder later. */
export const DRIVE_SCOPE = "https://www.googleapis.com/auth/drive.readonly";

const PATIENCE_MS = 15_000;

/** Where a person says yes. `offline` and `consent` together: else Google gives no refresh token the second time. */
export function googleConsentUrl(
  client: Pick<GoogleClient, "clientId" | "baseUrl">,
  { redirectUri, state, challenge }: { redirectUri: string; state: string; challenge: string },
): string {
  const url = new URL(`${client.baseUrl ?? "https://accounts.google.com"}/o/oauth2/v2/auth`);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: DRIVE_SCOPE,
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
    access_type: "offline",
    prompt: "consent select_account",
  }).toString();
  return url.href;
}

/** The code of the way back for tokens. Faults: refused, forbidden (the box for Drive was not ticked), unreachable, failed. */
export async function exchangeGoogleCode(
  client: GoogleClient,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
  signal: AbortSignal,
): Promise<GoogleTokens> {
  const { tokens, scope } = await askForTokens(
    client,
    { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirectUri },
    signal,
  );
  if (scope !== "" && !scope.split(" ").includes(DRIVE_SCOPE))
    throw new ConnectorFault(
      "forbidden",
      "Google Drive was not allowed. Connect again, and leave the box for Google Drive ticked on Google's page.",
    );
  return tokens;
}

/** Faults: revoked, refused, unreachable, failed. */
export async function refreshGoogleToken(
  client: GoogleClient,
  refreshToken: string,
  signal: AbortSignal,
): Promise<GoogleTokens> {
  return (await askForTokens(client, { grant_type: "refresh_token", refresh_token: refreshToken }, signal)).tokens;
}

/** Gives the access back. A token that Google does not know any more is given back already. */
export async function revokeGoogleToken(
  client: Pick<GoogleClient, "baseUrl" | "fetch">,
  token: string,
  signal: AbortSignal,
): Promise<void> {
  const { status } = await post(client, { path: "/revoke", fields: { token } }, signal);
  if (status >= 500 || status === 429)
    throw new ConnectorFault("failed", "Google did not take the access back just now.");
}

async function askForTokens(client: GoogleClient, fields: Record<string, string>, signal: AbortSignal) {
  const { status, text } = await post(
    client,
    { path: "/token", fields: { ...fields, client_id: client.clientId, client_secret: client.clientSecret } },
    signal,
  );
  if (status >= 400) throw refusalOf(status, text);
  const read = answer.safeParse(parse(text));
  if (!read.success) throw new ConnectorFault("failed", "Google answered with something that cannot be read.");
  const { access_token: accessToken, refresh_token: refreshToken = null, expires_in: expiresInS, scope } = read.data;
  return { tokens: { accessToken, refreshToken, expiresInS }, scope };
}

const answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive().default(3_600),
  scope: z.string().default(""),
});

async function post(
  { baseUrl, fetch }: Pick<GoogleClient, "baseUrl" | "fetch">,
  { path, fields }: { path: string; fields: Record<string, string> },
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(`${baseUrl ?? "https://oauth2.googleapis.com"}${path}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
      signal: patience,
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    signal.throwIfAborted();
    throw new ConnectorFault("unreachable", "Google cannot be reached just now.", { cause });
  }
}

function refusalOf(status: number, text: string): ConnectorFault {
  const code = refusal.safeParse(parse(text)).data?.error ?? "";
  const cause = new Error(`status ${status}, ${code}`);
  if (status === 429 || status >= 500)
    return new ConnectorFault("failed", "Google fails just now. Try again later.", { cause });
  if (code === "invalid_grant")
    return new ConnectorFault("revoked", "Google does not give access any more. Connect the account again.", { cause });
  if (code === "invalid_client" || code === "unauthorized_client")
    return new ConnectorFault(
      "refused",
      "Google does not know this client, or its secret is not right. Check the client id and the secret under Settings, Connections.",
      { cause },
    );
  if (code === "redirect_uri_mismatch")
    return new ConnectorFault(
      "refused",
      "The client at Google does not have this server's redirect address. Add it there, as it is shown under Settings, Connections.",
      { cause },
    );
  return new ConnectorFault("refused", `Google refused the request (${status}).`, { cause });
}

const refusal = z.object({ error: z.string() });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
