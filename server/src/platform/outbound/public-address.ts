import ipaddr from "ipaddr.js";

/**
 * Whether an IP address (text, no brackets) lies on the public internet. Source: the special-purpose registries of
 * IANA (RFC 6890 and its updates), and the addresses under which clouds keep their metadata. Unreadable text is not public.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (!parsed) return false;
  if (parsed instanceof ipaddr.IPv4) return !inside(parsed, specialV4);
  const embedded = embeddedV4(parsed);
  if (embedded && inside(embedded, specialV4)) return false;
  if (inside(parsed, carriesV4)) return true;
  return inside(parsed, globalV6) && !inside(parsed, specialV6);
}

/** Whether the address is one under which a cloud hands out credentials, or can be (link-local). */
export function isMetadataAddress(address: string): boolean {
  const parsed = parse(address);
  if (!parsed) return false;
  const embedded = parsed instanceof ipaddr.IPv6 ? embeddedV4(parsed) : undefined;
  return inside(embedded ?? parsed, metadata) || inside(parsed, metadata);
}

export type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** `10.0.0.0/8`, `fd00::/8`; undefined when it is not a network in that form. */
export function parseNetwork(text: string): Network | undefined {
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined;
}

export function isInside(address: string, networks: readonly Network[]): boolean {
  const parsed = parse(address);
  if (!parsed) return false;
  const embedded = parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
  return inside(embedded, networks);
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = address.replace(/%.*$/, "");
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  return bare.includes(":") && ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare) : undefined;
}

function inside(address: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly Network[]): boolean {
  return networks.some(([base, bits]) => {
    if (address instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && address.match(base, bits);
    return base instanceof ipaddr.IPv6 && address.match(base, bits);
  });
}

/** The IPv4 address that an IPv6 address stands for: mapped, NAT64, and ISATAP's `...:5efe:a.b.c.d`. */
function embeddedV4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const isatap = address.parts[5] === 0x5efe && (address.parts[4] === 0 || address.parts[4] === 0x200);
  if (!isatap && !inside(address, carriesV4)) return undefined;
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

const networks = (...texts: string[]): Network[] => texts.map((text) => ipaddr.parseCIDR(text));

const specialV4 = networks(
  "0.0.0.0/8", // this network
  "10.0.0.0/8", // private
  "100.64.0.0/10", // carrier-grade NAT, Alibaba's metadata
  "127.0.0.0/8", // loopback
  "168.63.129.16/32", // Azure's host
  "169.254.0.0/16", // link-local, most clouds' metadata
  "172.16.0.0/12", // private
  "192.0.0.0/24", // protocol assignments, Oracle's metadata
  "192.0.2.0/24", // documentation
  "192.88.99.0/24", // 6to4 relays
  "192.168.0.0/16", // private
  "198.18.0.0/15", // benchmarks
  "198.51.100.0/24", // documentation
  "203.0.113.0/24", // documentation
  "224.0.0.0/4", // multicast
  "240.0.0.0/4", // reserved, broadcast
);

/** Judged by the IPv4 address inside: mapped, and NAT64, through which an IPv6-only network sees every IPv4 site. */
const carriesV4 = networks("::ffff:0:0/96", "64:ff9b::/96");

const globalV6 = networks("2000::/3");

const specialV6 = networks(
  "2001::/23", // protocol assignments, Teredo and benchmarks among them
  "2001:db8::/32", // documentation
  "2002::/16", // 6to4
  "3fff::/20", // documentation
);

const metadata = networks(
  "169.254.0.0/16",
  "168.63.129.16/32",
  "100.100.100.200/32",
  "192.0.0.192/32",
  "fe80::/10",
  "fd00:ec2::/32",
  "fd20:ce::254/128",
);
