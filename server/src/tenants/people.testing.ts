/** People who belong to organizations and are signed in, made the way people are made: invited, signed up, signed in. */
import type { TestHouse } from "../house.testing.ts";
import type { Scope } from "../platform/index.ts";
import { createBrowser, type TestBrowser } from "./accounts/browser.testing.ts";

export interface TestPerson {
  userId: string;
  email: string;
  name: string;
  /** Names the organization in every request. */
  browser: TestBrowser;
  /** The same person without an organization. */
  bare: TestBrowser;
}

export const PASSWORD = "correct horse battery staple";
let count = 0;

/** `scope` may do everything in its organization, as `makeOrganization` gives it. Sign-up must be open. */
export async function joinAs(world: TestHouse, scope: Scope, role: string, name = role): Promise<TestPerson> {
  const email = `person${(count += 1)}@example.org`;
  const invited = await world.house.tenants.invitations.invite(scope, {
    emails: [email],
    role,
    teams: [],
    base: "http://localhost:3000",
    mailable: true,
  });
  const token = tokenOf(invited.data[0]?.link);
  const bare = await signUp(world, { name, email, invitation: token });
  const browser = createBrowser(world.app, scope.organizationId);
  for (const [cookie, value] of bare.cookies) browser.cookies.set(cookie, value);
  const me = (await bare.get("/v1/me")).json();
  return { userId: me.id, email, name, browser, bare };
}

/** Signed in, with an organization of one's own. */
export async function signUp(
  world: TestHouse,
  input: { name: string; email: string; invitation?: string },
): Promise<TestBrowser> {
  const browser = createBrowser(world.app);
  const made = await browser.post("/v1/auth/sign-up", { ...input, password: PASSWORD });
  if (made.statusCode !== 202) throw new Error(`sign-up answered ${made.statusCode}: ${made.body}`);
  const signedIn = await browser.post("/v1/auth/sign-in", { email: input.email, password: PASSWORD });
  if (signedIn.statusCode >= 300) throw new Error(`sign-in answered ${signedIn.statusCode}: ${signedIn.body}`);
  return browser;
}

export function tokenOf(link: string | null | undefined): string {
  return link?.split("/").at(-1) ?? "";
}
