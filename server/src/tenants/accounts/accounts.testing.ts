/** What tests of accounts begin with. */
import { createHmac } from "node:crypto";
import type { House } from "../../house.ts";
import type { TestHouse } from "../../house.testing.ts";
import { createBrowser, type TestBrowser } from "./browser.testing.ts";

export const PASSWORD = "seven green bicycles";

export async function makeOwnerLink(test: TestHouse): Promise<string> {
  const made = await test.app.inject({
    method: "POST",
    url: "/v1/admin/owner-links",
    headers: { authorization: `Bearer ${test.house.tenants.adminToken}` },
  });
  return new URL(made.json().url).pathname.replace("/owner/", "");
}

/** A browser in which the owner of the first organization is signed in. */
export async function signInOwner(test: TestHouse, email = "ann@example.com"): Promise<TestBrowser> {
  const browser = createBrowser(test.app, test.house.tenants.adminScope.organizationId);
  const token = await makeOwnerLink(test);
  const used = await browser.post(`/v1/owner-links/${token}`, { name: "Ann", email, password: PASSWORD });
  if (used.statusCode !== 201) throw new Error(`no owner: ${used.body}`);
  return browser;
}

/** The link in the newest mail to an address, or undefined when there is none. */
export async function linkMailedTo({ mail, tenants }: House, address: string): Promise<string | undefined> {
  const reader = { scope: tenants.adminScope, holdsServer: true };
  const { data } = await mail.list(reader, { limit: 200 });
  for (const entry of data.filter(({ to }) => to.address === address)) {
    const { text } = await mail.get(reader, entry.id);
    const link = /https?:\/\/\S+token=[\w-]+/.exec(text ?? "")?.[0];
    if (link !== undefined) return link;
  }
  return undefined;
}

export const tokenIn = (link: string | undefined) => new URL(link ?? "http://none/").searchParams.get("token") ?? "";

/** The code that an app shows, `steps` half minutes from now. */
export function codeOf(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes =
    bits
      .join("")
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}
