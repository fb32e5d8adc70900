/** Everything about people: accounts, sign-in, sessions. Who belongs to which organization is the members' affair. */
import type { AuthOptions } from "@parley/contracts";
import { isLoopback, SYSTEM } from "../../platform/index.ts";
import type { AccountsDeps, Ground } from "./account-deps.ts";
import { type Caller, createAuthDoor } from "./auth-door.ts";
import { createGuard } from "./guard.ts";
import { createLinks } from "./links.ts";
import { openAuth } from "./open-auth.ts";
import { createOwnerLinks } from "./owner-links.ts";
import { createPasskeys } from "./passkeys.ts";
import { ownerExists } from "./people.ts";
import { createProfile } from "./profile.ts";
import { createRecovery } from "./recover.ts";
import { createSecondFactor } from "./second-factor.ts";
import { createSessions } from "./sessions.ts";
import { createSignIn } from "./sign-in.ts";
import { createSignUp } from "./sign-up.ts";
import { createSocialSignIn } from "./social.ts";

const SWEEP_EVERY_MS = 6 * 3_600_000;

export function createAccounts(deps: AccountsDeps) {
  const { clock, log, publicUrl, mail } = deps;
  const guard = createGuard({ limits: deps.limits, attempts: deps.signInAttempts, networkOf: deps.networkOf });
  const door = createAuthDoor(() => openAuth({ ...deps, ...hooks, secure: publicUrl?.startsWith("https:") ?? false }));
  const ground: Ground = {
    ...deps,
    door,
    guard,
    links: createLinks(clock),
    get confirms() {
      return mail.canSend && publicUrl !== null;
    },
    // What a request says of its host is not to be believed in a mail to somebody else, but on this machine.
    linkBase: ({ origin }: Caller) => publicUrl ?? (isLoopback(origin) ? origin : null),
  };
  const signUp = createSignUp(ground);
  const sessions = createSessions(ground);
  const hooks = {
    mail: {
      get canSend() {
        return ground.confirms;
      },
    },
    mayJoin: signUp.mayJoin,
    welcome: signUp.welcome,
    askToVerify: (person: { id: string; email: string; name: string }) => remind(ground, signUp, person),
  };
  let stop = () => {};

  return {
    sessions,
    publicUrl,
    signUp: signUp.signUp,
    signIn: createSignIn(ground),
    social: createSocialSignIn(ground, sessions),
    recovery: createRecovery(ground),
    ownerLinks: createOwnerLinks(ground),
    profile: createProfile(ground),
    secondFactor: createSecondFactor(ground),
    passkeys: createPasskeys(ground),

    async options({ origin, cookies }: Caller): Promise<AuthOptions> {
      const signedIn = await sessions.find(cookies ?? undefined, null, origin.startsWith("https:"));
      return {
        signedIn: signedIn !== undefined,
        signUp: deps.signUp,
        social: [
          ...(deps.social.google ? ["google" as const] : []),
          ...(deps.social.github ? ["github" as const] : []),
        ],
        passkeys: mayHavePasskeys(origin),
        ownerExists: await ownerExists(deps),
        mailIsSent: ground.confirms,
      };
    },

    start(): void {
      const sweep = () =>
        void sessions.sweep().catch((err: unknown) => log.warn({ err }, "expired sessions could not be removed yet"));
      stop = clock.every(SWEEP_EVERY_MS, sweep);
    },
    stop: () => stop(),
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

/** At most as often as the guard of mails allows; the sign-in itself says what to do. */
async function remind(
  ground: Ground,
  signUp: ReturnType<typeof createSignUp>,
  person: { id: string; email: string; name: string },
): Promise<void> {
  const { publicUrl } = ground;
  if (publicUrl === null) return;
  const { allowed } = await ground.limits.take(`remind:${person.id}`, { burst: 2, perSecond: 1 / 600 });
  if (!allowed) return;
  const caller = { origin: publicUrl, address: "", userAgent: null, cookies: null };
  await ground.db.transaction(SYSTEM, (tx) => signUp.askToVerify(tx, caller, { ...person, emailVerified: false }));
  ground.mail.wake();
}

/** Browsers tie a passkey to a name, and make none over plain http but on `localhost`. */
function mayHavePasskeys(origin: string): boolean {
  const { hostname, protocol } = new URL(origin);
  if (hostname === "localhost" || hostname.endsWith(".localhost")) return true;
  return protocol === "https:" && !/^[\d.]+$|^\[/.test(hostname);
}
