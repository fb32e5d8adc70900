/** What tests of accounts begin with. */
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
