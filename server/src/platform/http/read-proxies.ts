import { isIP } from "node:net";
import { parseNetwork } from "../outbound/public-address.ts";

const NAMED = new Set(["loopback", "linklocal", "uniquelocal"]);

/** `PARLEY_TRUSTED_PROXIES` for Fastify: addresses, networks, or the names of usual ones. Throws on anything else. */
export function readProxies(entries: readonly string[]): string[] | false {
  for (const entry of entries) {
    if (isIP(entry) === 0 && !parseNetwork(entry) && !NAMED.has(entry)) {
      throw new Error(
        `PARLEY_TRUSTED_PROXIES: "${entry}" is neither an address, a network such as 10.0.0.0/8, nor "loopback".`,
      );
    }
  }
  return entries.length > 0 ? [...entries] : false;
}
