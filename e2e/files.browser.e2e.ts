/** An owner brings files: uploaded by choosing and by dropping, read, refused, replaced, taken away and taken back. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { makeDocx, makePdf, makeXlsx, makeZip, paragraph } from "../server/src/knowledge/files/make-files.testing.ts";
import { lookAt } from "./support/look-at.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

let owner: Owner;
let page: Page;
let files: string;

beforeAll(async () => {
  owner = await becomeOwner("embedded", { env: { PARLEY_TESSERACT: "off" } });
  ({ page } = owner);
  const made = await owner.api("POST", "/v1/agents", { name: "Shop" });
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  files = `${owner.parley.url}/o/${owner.organization}/agents/${id}/knowledge/files`;
}, 120_000);
afterAll(() => owner.close());

const look = (name: string) => lookAt(page, `files-${name}`);

const file = (name: string, bytes: Uint8Array | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});
const row = (name: string) => page.getByRole("row").filter({ hasText: name });

test("files are chosen, and each is read or says why not", async () => {
  await page.goto(files);
  await page.getByText("No files yet").waitFor();
  await look("empty");
  const pages = [[{ x: 60, y: 700, text: "About the shop" }], [{ x: 60, y: 700, text: "The cellar opens at nine." }]];
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Upload files" }).click();
  await (
    await chosen
  ).setFiles([
    file("Hausordnung und Vertragsbedingungen für Veranstaltungsräume 2026 (Endfassung).pdf", makePdf(pages)),
    file(
      "prices.xlsx",
      makeXlsx({
        Prices: [
          ["Item", "Price"],
          ["Tea", 3],
          ["Cake", 4],
        ],
      }),
    ),
    file("دليل الزائر.docx", makeDocx(paragraph("مرحبا بكم في المتجر"))),
    file("scan.pdf", makePdf([[]])),
    file(
      "everything.zip",
      makeZip([
        { name: "a.md", content: "# A\n\nAbout a." },
        { name: "b.md", content: "About b." },
        { name: "locked.pdf", content: "%PDF-1.4 no" },
      ]),
    ),
    file("nothing.txt", ""),
  ]);
  await row("prices.xlsx").getByText("Ready").waitFor();
  await row("scan.pdf").getByText("Not read").waitFor();
  await row("everything.zip").getByText("1 part was not read").waitFor();
  await row("Hausordnung").getByText("2 pages").waitFor();
  await page.getByText("The file is empty.").waitFor();
  await look("list");
  expect(await page.getByRole("table", { name: "Files" }).getByRole("row").count()).toBe(6);
});

test("a file is dropped anywhere on the page; the same one twice is told", async () => {
  const drop = async (name: string, text: string) => {
    // As text: what stands in it is the browser's own.
    const given = JSON.stringify([name, text]);
    const data = await page.evaluateHandle(
      `(([name, text]) => { const held = new DataTransfer(); held.items.add(new File([text], name)); return held; })(${given})`,
    );
    const target = page.getByRole("table", { name: "Files" });
    await target.dispatchEvent("dragenter", { dataTransfer: data });
    await page.getByText("Drop the files to upload them").waitFor();
    await target.dispatchEvent("drop", { dataTransfer: data });
  };
  await drop("tour.txt", "The tour begins at the harbour.");
  await row("tour.txt").getByText("Ready").waitFor();
  await drop("again.txt", "The tour begins at the harbour.");
  await page.getByText('This very file is there already, as "tour.txt".').waitFor();
  expect(await row("again.txt").count()).toBe(0);
});

test("a file shows what went wrong and what was made of it", async () => {
  await row("scan.pdf").getByRole("link").first().click();
  const panel = page.getByRole("dialog").or(page.getByRole("complementary")).last();
  await page.getByText("There is no text in it", { exact: false }).last().waitFor();
  await look("failed");
  await page.goto(files);
  await row("everything.zip").getByRole("link").first().click();
  await page.getByText("Made from it").waitFor();
  await page.getByText("locked.pdf").waitFor();
  await page.getByRole("switch", { name: "Visitors may download it" }).click();
  await page.getByText("Visitors may download it now").waitFor();
  await look("file");
  expect(await panel.count()).toBeGreaterThan(0);
});

test("a file is replaced, downloaded, deleted and taken back", async () => {
  await page.goto(files);
  await row("tour.txt").getByRole("link").first().click();
  const act = async (name: string) => {
    await page.getByRole("button", { name: "What to do with this file" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  const chosen = page.waitForEvent("filechooser");
  await act("Replace");
  await (await chosen).setFiles(file("tour-2.txt", "The tour begins at the lighthouse now."));
  await row("tour-2.txt").getByText("Ready").waitFor();
  const saved = page.waitForEvent("download");
  await act("Download");
  expect((await saved).suggestedFilename()).toBe("tour-2.txt");
  await act("Delete");
  await page.getByText("tour-2.txt is deleted").waitFor();
  await expect.poll(() => row("tour-2.txt").count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await row("tour-2.txt").waitFor();
  expect(owner.complaints).toEqual([]);
});
