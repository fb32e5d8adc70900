/**
 * Slows down whoever guesses. Three counts, all of which refill by themselves, so that nobody is locked out for good:
 * from one network, at one account from one network, and (far wider) at one account from everywhere.
 */
import { createHash } from "node:crypto";
import { Fault } from "@parley/contracts";
import type { Limits } from "../../platform/index.ts";

export interface Guard {
  /** A password, a code or a link is tried. @throws Fault rate_limited */
  attempt(from: string, account: string): Promise<void>;
  /** Somebody asks for mail to an address. @throws Fault rate_limited */
  mail(from: string, address: string): Promise<void>;
}

export interface GuardDeps {
  limits: Limits;
  /** How often one account may be tried at once from one network. */
  attempts: number;
  /** Whom addresses count as one. */
  networkOf(address: string): string;
}

export function createGuard({ limits, attempts, networkOf }: GuardDeps): Guard {
  const limitOf = (burst: number, perHour: number) => ({ burst: Math.max(1, burst), perSecond: perHour / 3_600 });

  async function take(key: string, limit: { burst: number; perSecond: number }): Promise<void> {
    const { allowed, retryAfterMs } = await limits.take(key, limit);
    if (allowed) return;
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
    const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
    throw new Fault("rate_limited", `Too many attempts. Try again in ${wait}.`, { retryAfterMs });
  }

  return {
    async attempt(from, account) {
      const network = networkOf(from);
      const who = digest(account);
      await take(`try:${network}`, limitOf(attempts * 5, attempts * 60));
      await take(`try:${network}:${who}`, limitOf(attempts, attempts * 12));
      await take(`try:${who}`, limitOf(attempts * 10, attempts * 60));
    },
    async mail(from, address) {
      await take(`mail:${networkOf(from)}`, limitOf(attempts * 2, attempts * 6));
      await take(`mail:${digest(address)}`, limitOf(attempts / 2, attempts));
    },
  };
}

/** Buckets may lie in Redis: no address of anybody's stands there. */
const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);
