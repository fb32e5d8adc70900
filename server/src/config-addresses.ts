/** Whether a list of hosts and networks in the environment can be read, before anything is opened. */
import { isIP } from "node:net";

const PROXY_NAMES = new Set(["loopback", "linklocal", "uniquelocal"]);

/** An address, `host`, `host:port`, or a network such as `10.0.0.0/8`. */
export function isHostOrNetwork(entry: string): boolean {
  if (isAddressOrNetwork(entry)) return true;
  const address = `http://${entry}/`;
  if (/[/\\?#@\s]/.test(entry) || !URL.canParse(address)) return false;
  return new URL(address).hostname !== "";
}

/** An address, a network, or one of the names that stand for networks. */
export function isProxy(entry: string): boolean {
  return PROXY_NAMES.has(entry) || isAddressOrNetwork(entry);
}

function isAddressOrNetwork(entry: string): boolean {
  const [address = "", prefix, ...more] = entry.split("/");
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (kind === 4 ? 32 : 128));
}

/** Who mail comes from: `name@example.com`, or `Name <name@example.com>`. */
export function isSender(text: string): boolean {
  const address = /^[^<>"\p{Cc}]{1,100}<([^<>]+)>$/u.exec(text)?.[1] ?? text;
  return /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(address);
}
