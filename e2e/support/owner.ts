/** A fresh server and its owner, signed in by the link that the first start printed, in a browser of her own. */
import type { BrowserContext, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { makeEngine } from "./engines.ts";
import { type Launched, launch, temporaryDirectory } from "./launch.ts";

export interface Owner {
  parley: Launched;
  context: BrowserContext;
  page: Page;
  /** `org_...` */
  organization: string;
  /** What the pages complained of, in the console or by an error that nobody caught. */
  complaints: string[];
  /** A call of the API in her name. */
  api(method: string, path: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

export const OWNER = { name: "Ada Lovelace", email: "ada@example.com", password: "seven green bicycles" };

export async function becomeOwner(
  engine: "embedded" | "postgres",
  { env = {}, args = [] }: { env?: Record<string, string>; args?: string[] } = {},
): Promise<Owner> {
  const place = await makeEngine(engine);
  const directory = await temporaryDirectory();
  const parley = await launch({
    dataDir: directory.path,
    args,
    env: { ...place.env, PARLEY_ALLOW_PRIVATE_ADDRESSES: "127.0.0.1", ...env },
  });
  const browser = await openBrowser();
  const complaints: string[] = [];
  browser.context.on("page", (page) => {
    page.on("pageerror", (error) => complaints.push(String(error)));
    // Answers that a screen deals with are not complaints of the page.
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
        complaints.push(`${page.url()}: ${message.text()}`);
    });
  });
  const page = await browser.context.newPage();
  const link = /http\S+\/owner\/\S+/.exec(await parley.line(/\/owner\//))?.[0] ?? "";
  await page.goto(link);
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL(/\/o\/org_\w+/);
  const organization = /org_\w+/.exec(page.url())?.[0] ?? "";
  return {
    parley,
    context: browser.context,
    page,
    organization,
    complaints,
    async api(method, path, body) {
      const cookies = await browser.context.cookies();
      return fetch(new URL(path, parley.url), {
        method,
        headers: {
          cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
          origin: parley.url,
          "parley-organization": organization,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    async close() {
      await browser.close();
      await parley.kill("SIGTERM");
      await place.close();
      await directory.remove();
    },
  };
}
