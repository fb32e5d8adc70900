/**
 * better-auth, set up for this server: passwords, sessions, second factors, passkeys, Google and GitHub. Loaded when
 * the first person signs in, not at the start: it takes half a second and 50 MB. Only what its doors here ask of it is
 * reachable; its own routes are not.
 */
import { newId } from "@parley/contracts";
import type { Database, Log, Secrets, LiveSessions } from "../../platform/index.ts";
import { authAdapter } from "./auth-adapter.ts";
import { ADDRESS_HEADER, cookieNames, SESSION_SECONDS, signingSecret } from "./session-cookie.ts";
import { socialConfigs, type SocialDeps } from "./social-providers.ts";

export interface AuthDeps extends SocialDeps {
  live: LiveSessions;
  db: Database;
  log: Log;
  secrets: Secrets;
  /** Whether cookies are for https alone. */
  secure: boolean;
  mail: { readonly canSend: boolean };
  /** Asked before Google or GitHub make a new person. */
  mayJoin(person: { email: string; emailVerified: boolean }): Promise<boolean>;
  /** After they made one. */
  welcome(person: { id: string; name: string }): Promise<void>;
  /** Somebody with the right password whose address is not verified yet. */
  askToVerify(person: { id: string; email: string; name: string }): Promise<void>;
}

export const BASE_PATH = "/v1/auth";

export async function openAuth(deps: AuthDeps) {
  const [{ betterAuth }, { createAdapterFactory }, { twoFactor }, { passkey }, { genericOAuth }] = await Promise.all([
    import("better-auth/minimal"),
    import("@better-auth/core/db/adapter"),
    import("better-auth/plugins/two-factor"),
    import("@better-auth/passkey"),
    import("better-auth/plugins/generic-oauth"),
  ]);
  return betterAuth({
    appName: "Parley",
    basePath: BASE_PATH,
    // Every call says by these two headers, which the door sets, how this server was reached.
    baseURL: { allowedHosts: ["*"] },
    secret: signingSecret(deps.secrets),
    database: createAdapterFactory({
      config: { adapterId: "parley", adapterName: "Parley", supportsJSON: true, transaction: false },
      adapter: authAdapter(deps.db, deps.live.signedOut),
    }),
    advanced: {
      cookiePrefix: cookieNames(deps.secure).prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: deps.secure },
      trustedProxyHeaders: true,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: ({ model }) => idOf(model) },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: 86_400, freshAge: 0 },
    verification: { storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 1_000,
      revokeSessionsOnPasswordReset: true,
      get requireEmailVerification() {
        return deps.mail.canSend;
      },
    },
    emailVerification: { sendOnSignIn: true, sendVerificationEmail: ({ user }) => deps.askToVerify(user) },
    account: { accountLinking: { enabled: true } },
    databaseHooks: {
      user: {
        create: {
          before: async ({ email, emailVerified }) => (await deps.mayJoin({ email, emailVerified })) && undefined,
          after: (user) => deps.welcome(user),
        },
      },
    },
    plugins: [
      twoFactor({ issuer: "Parley", allowPasswordless: true }),
      passkey({ rpName: "Parley" }),
      genericOAuth({ config: socialConfigs(deps) }),
    ],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level) => level === "error" && deps.log.error("better-auth reports an error") },
  });
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;

function idOf(model: string): string {
  if (model === "user") return newId("user");
  if (model === "session") return newId("session");
  if (model === "passkey") return newId("passkey");
  return newId("event").replace("evt_", "");
}
