import { isInside, parseNetwork, type Network } from "./public-address.ts";

export interface AllowList {
  /** Every address of this host on this port is allowed. */
  host(hostname: string, port: number): boolean;
  /** The host is listed with this very port, so that even a port of another service is meant. */
  port(hostname: string, port: number): boolean;
  address(address: string): boolean;
}

/** Reads `host`, `host:port`, `[ipv6]:port`, an address or a network (`10.0.0.0/8`). Throws on an entry it cannot read. */
export function parseAllowList(entries: readonly string[]): AllowList {
  const networks: Network[] = [];
  const hosts = new Set<string>();
  const ports = new Set<string>();
  for (const entry of entries.map((text) => text.trim()).filter((text) => text !== "")) {
    const network = parseNetwork(entry);
    if (network) networks.push(network);
    else (hasPort(entry) ? ports : hosts).add(readHost(entry));
  }
  return {
    host: (hostname, port) => hosts.has(hostname) || ports.has(`${hostname}:${port}`),
    port: (hostname, port) => ports.has(`${hostname}:${port}`),
    address: (address) => isInside(address, networks),
  };
}

const isBareV6 = (entry: string) => !entry.startsWith("[") && entry.split(":").length > 2;

const hasPort = (entry: string) => !isBareV6(entry) && /:\d+$/.test(entry);

/** In the spelling of a URL's `hostname`, so that `LOCALHOST` and `127.1` compare equal to what is asked for. */
function readHost(entry: string): string {
  const host = isBareV6(entry) ? `[${entry}]` : entry;
  const address = `http://${host}/`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.pathname !== "/" || url.username !== "" || url.search !== "") {
    throw new Error(
      `PARLEY_ALLOW_PRIVATE_ADDRESSES: "${entry}" is neither a host, host:port nor a network such as 10.0.0.0/8.`,
    );
  }
  const name = url.hostname.replace(/\.$/, "");
  return hasPort(entry) ? `${name}:${url.port === "" ? 80 : url.port}` : name;
}
