/** Google and GitHub as ways to sign in, where they are configured. Their tokens are used once and forgotten. */
import { nameInput, type SocialProvider } from "@parley/contracts";
import type { GenericOAuthConfig } from "better-auth/plugins/generic-oauth";
import { z } from "zod";
import type { FetchVendor } from "../../platform/index.ts";

export interface SocialClient {
  clientId: string;
  clientSecret: string;
  /** Another address of the vendor; null for its own. */
  baseUrl: string | null;
}

export interface SocialDeps {
  social: Partial<Record<SocialProvider, SocialClient>>;
  fetchVendor: FetchVendor;
}

interface Vendor {
  authorize: string;
  token: string;
  scopes: string[];
  readPerson(get: (path: string) => Promise<unknown>): Promise<SocialPerson | null>;
}

type SocialPerson = { id: string; email: string; emailVerified: boolean; name: string };

const ANSWERS_WITHIN_MS = 10_000;

export function socialConfigs({ social, fetchVendor }: SocialDeps): GenericOAuthConfig[] {
  const configs: GenericOAuthConfig[] = [];
  if (social.google) configs.push(configOf("google", social.google, { vendor: google(social.google), fetchVendor }));
  if (social.github) configs.push(configOf("github", social.github, { vendor: github(social.github), fetchVendor }));
  return configs;
}

function configOf(
  providerId: SocialProvider,
  { clientId, clientSecret }: SocialClient,
  { vendor, fetchVendor }: { vendor: Vendor; fetchVendor: FetchVendor },
): GenericOAuthConfig {
  const ask = async (url: string, init: RequestInit): Promise<unknown> => {
    const response = await fetchVendor(url, { ...init, signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    if (!response.ok) throw new Error(`${providerId} answered with status ${response.status}`);
    return response.json();
  };
  return {
    providerId,
    clientId,
    clientSecret,
    authorizationUrl: vendor.authorize,
    tokenUrl: vendor.token,
    scopes: vendor.scopes,
    pkce: true,
    async getToken({ code, redirectURI, codeVerifier = "" }) {
      const fields = { grant_type: "authorization_code", code, redirect_uri: redirectURI, code_verifier: codeVerifier };
      const body = new URLSearchParams({ ...fields, client_id: clientId, client_secret: clientSecret });
      const answer = await ask(vendor.token, { method: "POST", body, headers: { accept: "application/json" } });
      const { access_token: accessToken } = z.object({ access_token: z.string().min(1) }).parse(answer);
      return { accessToken };
    },
    getUserInfo: ({ accessToken = "" }) =>
      vendor.readPerson((path) =>
        ask(path, {
          headers: { authorization: `Bearer ${accessToken}`, accept: "application/json", "user-agent": "Parley" },
        }),
      ),
  };
}

const googlePerson = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.union([z.boolean(), z.literal("true").transform(() => true)]).default(false),
  name: z.string().default(""),
});

function google({ baseUrl }: SocialClient): Vendor {
  return {
    authorize: `${baseUrl ?? "https://accounts.google.com"}/o/oauth2/v2/auth`,
    token: `${baseUrl ?? "https://oauth2.googleapis.com"}/token`,
    scopes: ["openid", "email", "profile"],
    async readPerson(get) {
      const answer = await get(`${baseUrl ?? "https://openidconnect.googleapis.com"}/v1/userinfo`);
      const { sub, email, email_verified, name } = googlePerson.parse(answer);
      return { id: sub, email, emailVerified: email_verified, name: seenName(name) ?? (email.split("@")[0] || email) };
    },
  };
}

const githubPerson = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const githubEmails = z.array(z.object({ email: z.email(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub Enterprise has its API under the same host. */
function github({ baseUrl }: SocialClient): Vendor {
  const api = baseUrl === null ? "https://api.github.com" : `${baseUrl}/api/v3`;
  return {
    authorize: `${baseUrl ?? "https://github.com"}/login/oauth/authorize`,
    token: `${baseUrl ?? "https://github.com"}/login/oauth/access_token`,
    scopes: ["read:user", "user:email"],
    async readPerson(get) {
      const [person, emails] = await Promise.all([get(`${api}/user`), get(`${api}/user/emails`)]);
      const { id, login, name } = githubPerson.parse(person);
      const primary = githubEmails.parse(emails).find((each) => each.primary);
      if (!primary) return null;
      return {
        id: String(id),
        email: primary.email,
        emailVerified: primary.verified,
        name: seenName(name) ?? login,
      };
    },
  };
}

/** As everywhere else; undefined for what nobody could see. */
const seenName = (name: string | null | undefined) => nameInput.safeParse(name?.slice(0, 120)).data;
