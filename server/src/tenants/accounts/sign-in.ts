/** With a password, a second factor or a passkey. Each gives the cookies for the answer. */
import { Fault, type passkeySignInInput } from "@parley/contracts";
import { z } from "zod";
import { eq, SYSTEM } from "../../platform/index.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { findByEmail, findById } from "./people.ts";
import { recordForPerson } from "./record-for-person.ts";
import { authSessions } from "./tables.ts";

export type PasskeyAnswer = z.infer<typeof passkeySignInInput>;

export interface SignedInBy {
  cookies: string[];
  /** The password was right, and a code must follow. */
  secondFactorNeeded: boolean;
}

const newSession = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
/** Apps show a code for half a minute, and one before and after count too. */
const ONCE = { burst: 1, perSecond: 1 / 120 };

export function createSignIn(ground: Ground) {
  const { db, door, guard, limits } = ground;

  async function tell(caller: Caller, userId: string, how: string): Promise<void> {
    const person = await findById(db.query(SYSTEM), userId);
    if (person)
      await recordForPerson(ground, { caller, doer: person }, { action: "person.signed-in", after: { with: how } });
  }

  async function tellInVain(caller: Caller, email: string, how: string): Promise<void> {
    const person = await findByEmail(db.query(SYSTEM), email);
    if (!person) return;
    const entry = { action: "person.sign-in-failed", after: { with: how }, byStranger: true };
    await recordForPerson(ground, { caller, doer: person }, entry);
  }

  /** A code that somebody looked on at must not open a second session while it is still shown. */
  async function assertFirstUse(userId: string, { code, token }: { code: string; token: string }): Promise<void> {
    const { allowed } = await limits.take(`code:${userId}:${code.replaceAll(/\D/g, "")}`, ONCE);
    if (allowed) return;
    await db.query(SYSTEM).delete(authSessions).where(eq(authSessions.token, token));
    throw new Fault("wrong_credentials", "This code has been used. Wait for the next one.", { field: "code" });
  }

  return {
    /** @throws Fault wrong_credentials (whether the address is known or not), email_unverified, rate_limited */
    async withPassword(caller: Caller, { email, password }: { email: string; password: string }): Promise<SignedInBy> {
      await guard.attempt(caller.address, email);
      try {
        const { response, cookies } = await door.call(caller, (api, given) =>
          api.signInEmail({ ...given, body: { email, password } }),
        );
        const secondFactorNeeded = "twoFactorRedirect" in response;
        if (!secondFactorNeeded) await tell(caller, response.user.id, "password");
        return { cookies, secondFactorNeeded };
      } catch (error) {
        if (error instanceof Fault && error.code === "wrong_credentials") {
          // After the answer: how long it takes must not tell whether the address is known.
          void tellInVain(caller, email, "password").catch((err: unknown) =>
            ground.log.error({ err }, "a failed sign-in could not be told"),
          );
        }
        throw error;
      }
    },

    /** After `withPassword` said that a code must follow. */
    async withCode(
      caller: Caller,
      { code, kind, trustDevice }: { code: string; kind: "app" | "recovery"; trustDevice: boolean },
    ): Promise<SignedInBy> {
      await guard.attempt(caller.address, `code:${caller.address}`);
      const { response, cookies } = await door.call(caller, (api, given) => {
        if (kind === "recovery") {
          return api.verifyBackupCode({ ...given, body: { code: tidyRecoveryCode(code), trustDevice } });
        }
        return api.verifyTOTP({ ...given, body: { code: code.replaceAll(/\D/g, ""), trustDevice } });
      });
      const { token, user } = newSession.parse(response);
      if (kind === "app") await assertFirstUse(user.id, { code, token });
      await tell(caller, user.id, kind === "app" ? "password and app" : "password and recovery code");
      return { cookies, secondFactorNeeded: false };
    },

    passkeyOptions: (caller: Caller) =>
      door.call(caller, (api, given) => api.generatePasskeyAuthenticationOptions({ ...given })),

    async withPasskey(caller: Caller, { response }: PasskeyAnswer): Promise<SignedInBy> {
      await guard.attempt(caller.address, `passkey:${response.id}`);
      const { response: answer, cookies } = await door.call(caller, (api, given) =>
        api.verifyPasskeyAuthentication({ ...given, body: { response } }),
      );
      await tell(caller, answer.user.id, "passkey");
      return { cookies, secondFactorNeeded: false };
    },

    /** Gives the cookies that end it in the browser. Signing out twice is as signing out once. */
    async signOut(caller: Caller): Promise<string[]> {
      const { cookies } = await door.call(caller, (api, given) => api.signOut({ ...given }));
      return cookies;
    },
  };
}

/** As people copy them: in capitals or not matters, spaces do not. */
function tidyRecoveryCode(code: string): string {
  const bare = code.replaceAll(/[^A-Za-z0-9]/g, "");
  return bare.length === 10 ? `${bare.slice(0, 5)}-${bare.slice(5)}` : code;
}
