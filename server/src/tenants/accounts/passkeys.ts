/** Keys that a device keeps, in place of a password. */
import { Fault, type Passkey, type passkeyInput } from "@parley/contracts";
import type { z } from "zod";
import { and, asc, eq, SYSTEM } from "../../platform/index.ts";
import type { Person } from "../authenticate.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { confirm } from "./confirm.ts";
import { describeDevice } from "./device.ts";
import { recordForPerson } from "./record-for-person.ts";
import { authPasskeys } from "./tables.ts";

export const MOST_PASSKEYS = 20;

export function createPasskeys(ground: Ground) {
  const { db, door } = ground;
  const own = (userId: string, id: string) => and(eq(authPasskeys.userId, userId), eq(authPasskeys.id, id));

  async function list(userId: string): Promise<Passkey[]> {
    const rows = await db
      .query(SYSTEM)
      .select()
      .from(authPasskeys)
      .where(eq(authPasskeys.userId, userId))
      .orderBy(asc(authPasskeys.id))
      .limit(MOST_PASSKEYS);
    return rows.map(({ id, name, backedUp, createdAt }) => ({
      id,
      name: name ?? "Passkey",
      synced: backedUp,
      createdAt: createdAt.toISOString(),
    }));
  }

  return {
    list,

    /** What the browser needs to make one. The password is asked for here, before the device is touched. */
    async options(caller: Caller, asked: { person: Person; password: string | undefined }) {
      await confirm(ground, caller, asked);
      if ((await list(asked.person.id)).length >= MOST_PASSKEYS) {
        throw new Fault("conflict", `There are ${MOST_PASSKEYS} passkeys already. Remove one that you no longer use.`);
      }
      return door.call(caller, (api, given) => api.generatePasskeyRegistrationOptions({ ...given }));
    },

    async add(caller: Caller, person: Person, { response, name }: z.infer<typeof passkeyInput>) {
      const called = name ?? `${describeDevice(caller.userAgent).device}`;
      const { response: made } = await door.call(caller, (api, given) =>
        api.verifyPasskeyRegistration({ ...given, body: { response, name: called } }),
      );
      await recordForPerson(
        ground,
        { caller, doer: person },
        { action: "person.passkey-added", after: { name: called } },
      );
      const found = (await list(person.id)).find(({ id }) => id === made.id);
      if (!found) throw new Error("a new passkey was not stored");
      return found;
    },

    async rename(userId: string, id: string, name: string): Promise<Passkey> {
      await db.query(SYSTEM).update(authPasskeys).set({ name }).where(own(userId, id));
      const found = (await list(userId)).find((each) => each.id === id);
      if (!found) throw notThere();
      return found;
    },

    async remove(caller: Caller, person: Person, id: string): Promise<void> {
      const [gone] = await db
        .query(SYSTEM)
        .delete(authPasskeys)
        .where(own(person.id, id))
        .returning({ name: authPasskeys.name });
      if (!gone) throw notThere();
      await recordForPerson(
        ground,
        { caller, doer: person },
        { action: "person.passkey-removed", before: { name: gone.name } },
      );
    },
  };
}

const notThere = () => new Fault("not_found", "There is no such passkey.");
