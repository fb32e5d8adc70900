import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Fault } from "@parley/contracts";
import type { buildConnector } from "undici";
import type { AllowList } from "./allow-list.ts";
import { bareHost, portOf } from "./parse-address.ts";
import { isMetadataAddress, isPublicAddress } from "./public-address.ts";

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** All addresses of a name. Rejects with Node's own codes (`ENOTFOUND`) when there is none. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>;

export const resolveByOs: Resolve = (hostname) => lookup(hostname, { all: true, order: "verbatim" });

interface CheckedConnections {
  allow: AllowList;
  resolve: Resolve;
  /** The origin was typed by the server's admin, who may mean a private address. */
  trusted: boolean;
}

const CONNECT_WITHIN_MS = 15_000;
const TRY_NEXT_ADDRESS_AFTER_MS = 250;

/**
 * Opens connections for undici: looks the name up once, refuses it when any of its addresses is not public, and
 * connects to the addresses that were checked, so that a second answer of the DNS is never asked for.
 * The name stays in SNI, the certificate's check and the Host header.
 */
export function connectChecked({ allow, resolve, trusted }: CheckedConnections): buildConnector.connector {
  // A trusted name that was seen on the public internet needs no trust; a later private answer is an attack.
  const seenPublic = new Set<string>();

  async function check(options: buildConnector.Options): Promise<ResolvedAddress[]> {
    const host = bareHost(options.hostname);
    const family = isIP(host);
    const written = family === 6 ? `[${host}]` : host;
    const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
    if (addresses.length === 0) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
    if (addresses.every(({ address }) => isPublicAddress(address))) {
      if (trusted) seenPublic.add(host);
      return addresses;
    }
    const listed = allow.host(written, portOf({ protocol: options.protocol, port: options.port ?? "" }));
    const refused = addresses.some(({ address }) => {
      if (listed || isPublicAddress(address) || allow.address(address)) return false;
      return !trusted || seenPublic.has(host) || (family === 0 && isMetadataAddress(address));
    });
    if (refused) throw privateAddress(written);
    return addresses;
  }

  async function open(options: buildConnector.Options, give: buildConnector.Callback): Promise<void> {
    const addresses = await check(options).catch((error: unknown) => asError(error));
    if (addresses instanceof Error) give(addresses, null);
    else (await connectTo(addresses))(options, give);
  }

  return (options, give) => void open(options, give);
}

async function connectTo(addresses: ResolvedAddress[]): Promise<buildConnector.connector> {
  const { buildConnector } = await import("undici");
  const lookup: LookupFunction = (_hostname, { all }, answer) => {
    const first = addresses[0];
    if (all) answer(null, addresses);
    else answer(null, first?.address ?? "", first?.family);
  };
  return buildConnector({
    allowH2: false,
    timeout: CONNECT_WITHIN_MS,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: TRY_NEXT_ADDRESS_AFTER_MS,
    lookup,
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error("look-up failed", { cause: error });
}

function privateAddress(hostname: string): Fault {
  return new Fault(
    "private_address",
    `${hostname} leads to a private network, which Parley does not read. If that is meant, whoever runs this server can list it in PARLEY_ALLOW_PRIVATE_ADDRESSES.`,
  );
}
