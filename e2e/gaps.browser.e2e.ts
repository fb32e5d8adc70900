/** What the agent did not know: asked by one visitor, answered by the owner in one step, known to the next. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { eventually } from "./support/launch.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");

let owner: Owner;
let site: ServedSite;
let page: Page;
let agent: string;

beforeAll(async () => {
  site = await serveSite(SITE);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  const made = await owner.api("POST", "/v1/agents", { siteUrl: site.url });
  agent = z.object({ id: z.string() }).parse(await made.json()).id;
  await eventually(async () => {
    const sources = await (await owner.api("GET", `/v1/agents/${agent}/sources`)).json();
    const [source] = z.object({ data: z.array(z.object({ status: z.string() })) }).parse(sources).data;
    return source?.status === "done" ? true : undefined;
  });
});
afterAll(async () => {
  await owner.close();
  await site.close();
});

/** What the agent says to a visitor of its own. */
async function hear(question: string): Promise<string> {
  const visitor: Visitor = await openVisitor(owner.parley.url, agent);
  await visitor.connect(owner.parley.url);
  visitor.say(`client-${question.length}-${Math.random()}`, question);
  await eventually(async () => (visitor.settled() ? true : undefined));
  visitor.drop();
  return [...visitor.messages.values()].findLast(({ role }) => role === "agent")?.text ?? "";
}

test("one step from the question that nobody answered to the answer that the next visitor gets", async () => {
  await page.goto(`${owner.parley.url}/o/${owner.organization}/agents/${agent}/knowledge/gaps`);
  await page.getByText("Nothing is missing").waitFor();
  expect(await hear("Do you repair submarines?")).not.toContain("yellow");
  await hear("Can you repair a submarine?");
  // From the owner's home it is one step.
  await page.goto(`${owner.parley.url}/o/${owner.organization}`);
  await page
    .getByRole("link", { name: /repair (?:a )?submarines?\?/ })
    .first()
    .click();
  await page.waitForURL(/\/knowledge\/gaps$/);
  await page
    .getByRole("link", { name: /Do you repair submarines\?|Can you repair a submarine\?/ })
    .first()
    .click();
  await page.getByText("asked 2 times in 2 conversations").waitFor();
  await page.getByRole("button", { name: "Ask the agent again" }).click();
  await page.getByText("It answers 0 of 2").waitFor();
  await page.getByRole("link", { name: "Write the answer" }).click();
  expect(await page.getByRole("textbox", { name: "Question", exact: true }).inputValue()).toMatch(/submarine/);
  await page.getByRole("textbox", { name: "Answer", exact: true }).fill("Only yellow ones, on Fridays.");
  await page.getByRole("button", { name: "Save answer" }).click();
  await page.getByText("Answered", { exact: true }).first().waitFor();
  for (const question of ["do you repair submarines", "Can you repair a submarine?"])
    expect(await hear(question)).toBe("Only yellow ones, on Fridays.");
  await page.getByRole("button", { name: "Ask the agent again" }).click();
  await page.getByText("It answers 2 of 2").waitFor();
  expect(owner.complaints).toEqual([]);
});
