/** An agent's archive goes from one engine to the other and back, and everything of it is still there. */
import { listOf, product } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { makeXlsx } from "../server/src/knowledge/files/make-files.testing.ts";
import { beginImport, entriesOf, exportAgent, whenDone } from "./support/archives.ts";
import { type Engine, engines, makeEngine } from "./support/engines.ts";
import { eventually, launch, type Launched, temporaryDirectory } from "./support/launch.ts";

const withId = z.object({ id: z.string() });
const asked = z.object({ answer: z.string(), citations: z.array(z.object({ place: z.unknown().optional() })) });

describe.skipIf(engines.length < 2)("between the engines", () => {
  const ends: (() => Promise<void>)[] = [];
  let embedded: Launched;
  let postgres: Launched;

  beforeAll(async () => {
    const open = async (name: "embedded" | "postgres") => {
      const engine: Engine = await makeEngine(name);
      const directory = await temporaryDirectory();
      const parley = await launch({ dataDir: directory.path, env: { ...engine.env, PARLEY_TESSERACT: "off" } });
      ends.push(async () => {
        await parley.kill("SIGTERM");
        await engine.close();
        await directory.remove();
      });
      return parley;
    };
    embedded = await open("embedded");
    postgres = await open("postgres");
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  test("nothing changes on the way there and back", async () => {
    const id = await fill(embedded);
    const first = await exportAgent(embedded, id);
    const there = await beginImport(postgres, first);
    await whenDone(postgres, there.id);
    const second = await exportAgent(postgres, there.agentId);
    const back = await beginImport(embedded, second);
    await whenDone(embedded, back.id);
    const third = await exportAgent(embedded, back.agentId);

    const before = await plain(first);
    expect([...before.keys()]).toEqual(
      expect.arrayContaining(["agent", "documents", "document-versions", "files", "products", "synonyms", "blobs"]),
    );
    expect(await plain(second)).toEqual(before);
    expect(await plain(third)).toEqual(before);
    for (const [parley, agentId] of [
      [embedded, id],
      [postgres, there.agentId],
      [embedded, back.agentId],
    ] as const) {
      const answer = asked.parse(
        await send(parley, `/v1/agents/${agentId}/ask`, { question: "What does the quince tart cost?" }),
      );
      expect(answer.answer).toContain("7");
      expect(answer.citations).toContainEqual({ place: { sheet: "Prices", row: 2 } });
      const { data } = await parley.get(`/v1/agents/${agentId}/products`, listOf(product));
      expect(data.map(({ externalId, price, attributes }) => [externalId, price, attributes])).toEqual([
        ["towel", 1_250, { Colour: "red", Soft: true, Length: { value: 1.5, unit: "m" } }],
      ]);
    }
  });
});

async function send(parley: Launched, path: string, body: unknown): Promise<unknown> {
  const answer = await parley.api("POST", path, body);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** An agent with something of everything that an archive holds. */
async function fill(parley: Launched): Promise<string> {
  const { id } = withId.parse(
    await send(parley, "/v1/agents", { name: "Inn 🏔️ \u0627\u0644\u0646\u0632\u0644", tone: "formal" }),
  );
  const at = `/v1/agents/${id}`;
  const says = (price: number) => ({
    externalId: "rooms",
    title: "Rooms",
    text: `# Rooms\n\nA double room costs ${price} euro a night. \u{1F6CF}\uFE0F\n\n| Room | Price |\n| --- | --- |\n| One | ${price} |`,
    tags: ["prices"],
    audience: "guests",
  });
  for (const price of [90, 120]) await send(parley, `${at}/documents`, says(price));
  await send(parley, `${at}/verified-answers`, {
    question: "May I bring my dog?",
    variants: ["Are dogs allowed?"],
    answer: "Dogs are **welcome**.",
    tags: ["pets"],
    validFrom: "2026-01-01T00:00:00.000Z",
  });
  await send(parley, `${at}/synonyms`, {
    words: ["bike", "velo"],
    meanings: ["bicycle"],
    direction: "one-way",
    language: "en",
  });
  await send(parley, `${at}/products`, {
    externalId: "towel",
    name: "Towel",
    price: 1_250,
    currency: "EUR",
    stock: "in_stock",
    attributes: { Colour: "red", Soft: true, Length: { value: 1.5, unit: "m" } },
    variants: [],
  });
  const form = new FormData();
  const bytes = makeXlsx({
    Prices: [
      ["Item", "Price"],
      ["Quince tart", 7],
    ],
  });
  form.append("file", new Blob([new Uint8Array(bytes)]), "prices.xlsx");
  const sent = await fetch(new URL(`${at}/files`, parley.url), {
    method: "POST",
    headers: { authorization: `Bearer ${parley.adminToken}` },
    body: form,
  });
  expect(sent.status).toBeLessThan(300);
  await eventually(async () => {
    const { data } = await parley.get(`${at}/files`, z.object({ data: z.array(z.object({ status: z.string() })) }));
    return data[0]?.status === "ready" ? true : undefined;
  });
  return id;
}

/** What an archive holds, without what is another every time: ids, and when it was brought. */
async function plain(archive: Buffer): Promise<Map<string, string[]>> {
  const parts = new Map<string, string[]>();
  for (const { name, content } of await entriesOf(archive)) {
    if (name === "manifest.json") continue;
    const part = name.split("/")[0] ?? "";
    const lines = part === "blobs" ? [content.toString("base64")] : content.toString().trim().split("\n").map(settled);
    parts.set(part, [...(parts.get(part) ?? []), ...lines].toSorted());
  }
  return parts;
}

function settled(line: string): string {
  const value: unknown = JSON.parse(line, (key, each: unknown) =>
    ["created_at", "updated_at", "publishedAt", "read_at", "checkedAt", "priceCheckedAt"].includes(key) ? null : each,
  );
  return JSON.stringify(value).replaceAll(/\b(?:src|doc|fil|ans|prd|syn|agt)_[0-9a-z]{26}\b/g, (found) =>
    found.slice(0, 3),
  );
}
