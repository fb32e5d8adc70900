/** Two-step sign-in with an app, and the recovery codes for when the phone is lost. */
import { Fault, type SecondFactorSetup } from "@parley/contracts";
import { SYSTEM } from "../../platform/index.ts";
import type { Person } from "../authenticate.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { confirm } from "./confirm.ts";
import { endHalfSignIns } from "./people.ts";
import { recordForPerson } from "./record-for-person.ts";

interface Asked {
  person: Person;
  password: string | undefined;
}

export function createSecondFactor(ground: Ground) {
  const { db, door, guard } = ground;
  const passwordOf = ({ password }: Asked) => (password === undefined ? {} : { password });

  return {
    /** Nothing is on yet: `turnOn` with a first code does that. Beginning again makes another secret. */
    async begin(caller: Caller, asked: Asked): Promise<SecondFactorSetup> {
      await confirm(ground, caller, asked);
      const { response } = await door.call(caller, (api, given) =>
        api.enableTwoFactor({ ...given, body: { ...passwordOf(asked), method: "totp" } }),
      );
      if (response.method !== "totp") throw new Fault("conflict", "Two-step sign-in could not be set up.");
      const secret = new URL(response.totpURI).searchParams.get("secret") ?? "";
      return { uri: response.totpURI, secret, recoveryCodes: response.backupCodes };
    },

    /** Gives the cookies of the session that goes on. @throws Fault wrong_credentials */
    async turnOn(caller: Caller, person: Person, code: string): Promise<string[]> {
      await guard.attempt(caller.address, `code:${person.id}`);
      const { cookies } = await door.call(caller, (api, given) =>
        api.verifyTOTP({ ...given, body: { code: code.replaceAll(/\D/g, "") } }),
      );
      await recordForPerson(ground, { caller, doer: person }, { action: "person.second-factor-on" });
      return cookies;
    },

    async turnOff(caller: Caller, asked: Asked): Promise<string[]> {
      await confirm(ground, caller, asked);
      const { cookies } = await door.call(caller, (api, given) =>
        api.disableTwoFactor({ ...given, body: passwordOf(asked) }),
      );
      // Turned on again, no browser is trusted from before.
      await db.transaction(SYSTEM, (tx) => endHalfSignIns(tx, asked.person.id));
      await recordForPerson(ground, { caller, doer: asked.person }, { action: "person.second-factor-off" });
      return cookies;
    },

    /** The ones before stop working. */
    async renewCodes(caller: Caller, asked: Asked): Promise<string[]> {
      await confirm(ground, caller, asked);
      const { response } = await door.call(caller, (api, given) =>
        api.generateBackupCodes({ ...given, body: passwordOf(asked) }),
      );
      await recordForPerson(ground, { caller, doer: asked.person }, { action: "person.recovery-codes-made" });
      return response.backupCodes;
    },
  };
}
