/** Opens `/v1/live` for whoever could ask for one: signed, for a minute, and worth nothing once its holder is gone. */
import { Fault, isPermission } from "@parley/contracts";
import { z } from "zod";
import type { Clock, Scope, Secrets } from "../platform/index.ts";
import type { Holder } from "../tenants/index.ts";

const PURPOSE = "live-token";
const LIVES_MS = 60_000;

const payload = z.object({
  organization: z.int(),
  organizationId: z.string(),
  actor: z.object({ type: z.enum(["member", "key", "server-admin"]), id: z.string() }),
  sessionId: z.string().nullable(),
  permissions: z.array(z.string()),
  /** Milliseconds since 1970. */
  until: z.int(),
});

export interface LiveHolder extends Holder {
  /** What the token was given for. */
  permissions: readonly string[];
}

export function createLiveTokens({ secrets, clock }: { secrets: Secrets; clock: Clock }) {
  return {
    issue(scope: Scope, sessionId: string | null): { token: string; expiresAt: string } {
      const { organization, organizationId, actor, permissions } = scope;
      const until = clock.now() + LIVES_MS;
      const holder = { organization, organizationId, actor: { type: actor.type, id: actor.id }, sessionId };
      const text = JSON.stringify({ ...holder, permissions: heardBy(permissions), until });
      return { token: secrets.sign(text, PURPOSE), expiresAt: new Date(until).toISOString() };
    },

    /** @throws Fault unauthorized for what is not ours, was changed, or is too old. */
    check(token: string): LiveHolder {
      const text = secrets.verify(token, PURPOSE);
      const read = text === undefined ? undefined : payload.safeParse(parseJson(text));
      if (!read?.success || read.data.until <= clock.now())
        throw new Fault("unauthorized", "This token is not valid any more. Ask for another one.");
      return read.data;
    },
  };
}

/** In a fixed order. `admin` is over the whole server: it opens nothing of an organization. */
export const heardBy = (permissions: Iterable<string>): string[] => [...permissions].filter(isPermission).toSorted();

export type LiveTokens = ReturnType<typeof createLiveTokens>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
