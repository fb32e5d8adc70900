import ipaddr from "ipaddr.js";

/**
 * Whom limits count as one: an IPv4 address, or the /64 of an IPv6 address, because that is what one customer gets.
 * `::ffff:192.0.2.1` is `192.0.2.1`. What is no address stands for itself.
 */
export function networkOf(address: string): string {
  const bare = address.split("%", 1)[0] ?? "";
  if (!ipaddr.isValid(bare)) return address;
  const parsed = ipaddr.process(bare);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
