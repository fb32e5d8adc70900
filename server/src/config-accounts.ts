/** Who may make an account, and Google and GitHub as ways to sign in. */
import { type SignUpMode, signUpMode, type SocialProvider, socialProvider } from "@parley/contracts";

export interface AccountsChoice {
  signUp: SignUpMode;
  social: Partial<Record<SocialProvider, { clientId: string; clientSecret: string; baseUrl: string | null }>>;
}

/** Reads `PARLEY_SIGNUP` and `GOOGLE_*`, `GITHUB_*`, with every mistake in them. */
export function readAccounts(env: Record<string, string | undefined>): { problems: string[]; choice: AccountsChoice } {
  const problems: string[] = [];
  const mode = signUpMode.safeParse(env["PARLEY_SIGNUP"] ?? "closed");
  if (!mode.success) problems.push(`PARLEY_SIGNUP may be ${signUpMode.options.join(", ")}`);
  const social: AccountsChoice["social"] = {};
  for (const provider of socialProvider.options) {
    const name = provider.toUpperCase();
    const clientId = env[`${name}_CLIENT_ID`]?.trim();
    const clientSecret = env[`${name}_CLIENT_SECRET`]?.trim();
    const baseUrl = env[`${name}_BASE_URL`]?.trim().replace(/\/+$/, "") ?? null;
    if (baseUrl !== null && !/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : "")) {
      problems.push(`${name}_BASE_URL must be an address that begins with http:// or https://`);
    }
    if (Boolean(clientId) !== Boolean(clientSecret)) {
      problems.push(`${name}_CLIENT_ID and ${name}_CLIENT_SECRET must be set together, or neither of them`);
    }
    if (clientId && clientSecret) social[provider] = { clientId, clientSecret, baseUrl };
  }
  return { problems, choice: { signUp: mode.data ?? "closed", social } };
}
