/** What the tests of the guard share. */
import { Fault } from "@parley/contracts";
import { onTestFinished } from "vitest";
import type { ResolvedAddress } from "./connect-checked.ts";
import { createFetchPublic } from "./fetch-public.ts";
import type { TestServer } from "./servers.testing.ts";
import type { PublicRequest } from "./types.ts";

export const wish = (over: Partial<PublicRequest> = {}): PublicRequest => ({
  maxBytes: 100_000,
  timeoutMs: 20_000,
  maxRedirects: 5,
  signal: new AbortController().signal,
  ...over,
});

const notFound = (host: string) => Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
export const v4 = (address: string): ResolvedAddress => ({ address, family: 4 });

const names: Record<string, ResolvedAddress[]> = {
  localhost: [v4("127.0.0.1"), { address: "::1", family: 6 }],
  "ip6-loopback": [{ address: "::1", family: 6 }],
  "instance-data": [v4("169.254.169.254")],
  "metadata.google.internal": [v4("169.254.169.254")],
  "rancher-metadata": [v4("169.254.169.250")],
  "half.test": [v4("93.184.216.34"), v4("10.0.0.1")],
  "mapped.test": [{ address: "::ffff:10.0.0.1", family: 6 }],
};

export const resolve = async (host: string) => {
  const found = names[host];
  if (!found) throw notFound(host);
  return found;
};

export const guarded = createFetchPublic({ allow: [], userAgent: "ParleyTest", resolve });

export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw new Error(`expected a fault, got ${String(error)}`);
  return error;
}

export async function serve(started: Promise<TestServer>): Promise<TestServer> {
  const server = await started;
  onTestFinished(() => server.close());
  return server;
}
