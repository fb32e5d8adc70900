/** Asks the API's operations by their names in its description, and holds each answer to its revision. */
import { newId } from "@parley/contracts";
import { expect } from "vitest";
import { z } from "zod";
import type { TestHouse } from "./house.testing.ts";
import type { Scope } from "./platform/index.ts";
import type { TestBrowser } from "./tenants/accounts/browser.testing.ts";
import { until } from "./testing/index.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What the next requests need of an answer. */
const answered = z.object({ revision: z.int(), id: z.string().default(""), question: z.string().default("") });

export type Ask = (
  method: Method,
  path: string,
  options?: { at?: Record<string, string>; body?: object; file?: string },
) => Promise<z.infer<typeof answered>>;

/** `proven` gets the operations that were answered with the ETag of what they answered. */
export function askerOf(browser: TestBrowser, proven: Set<string>): Ask {
  return async (method, path, { at = {}, body, file } = {}) => {
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name] ?? "");
    const sent = file === undefined ? { ...(body && { payload: body }) } : upload(file);
    const answer = await browser.send({ method, url, ...sent });
    expect(answer.statusCode, `${method} ${url} ${answer.body}`).toBeLessThan(300);
    const read = answered.parse(answer.json());
    expect(answer.headers["etag"], `${method} ${path}`).toBe(`"${read.revision}"`);
    proven.add(`${method} ${path}`);
    return read;
  };
}

function upload(text: string) {
  const boundary = "part";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="prices.csv"\r\n\r\n`;
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: `${head}${text}\r\n--${boundary}--\r\n`,
  };
}

export interface AskedPlace {
  world: TestHouse;
  scope: Scope;
  browser: TestBrowser;
  ask: Ask;
}

/** What members bring. */
export async function askBrought({ browser, ask }: AskedPlace): Promise<void> {
  const { id } = (await browser.post("/v1/agents", { name: "Shop" })).json();
  const sent = await browser.send({ method: "POST", url: `/v1/agents/${id}/files`, ...upload("item,price\r\ntea,3") });
  const at = { id: String(sent.json().data[0].file.id) };
  await ask("PUT", "/v1/files/{id}", { at, file: "item,price\r\ntea,4" });
  await ask("PATCH", "/v1/files/{id}", { at, body: { name: "tea.csv" } });
  await ask("POST", "/v1/files/{id}/read", { at });
  await ask("GET", "/v1/files/{id}", { at });

  const { products } = (await browser.post(`/v1/agents/${id}/products`, { externalId: "lamp", name: "A lamp" })).json();
  const product = { at: { id: String(products[0].id) } };
  await ask("GET", "/v1/products/{id}", product);
  await ask("PATCH", "/v1/products/{id}", { ...product, body: { name: "Another lamp" } });
  await ask("GET", "/v1/agents/{id}/catalogue", { at: { id } });
  await ask("PATCH", "/v1/agents/{id}/catalogue", { at: { id }, body: { priceLimitDays: 30 } });

  const synonyms = "/v1/agents/{id}/synonyms";
  const { id: synonymId } = await ask("POST", synonyms, {
    at: { id },
    body: { words: ["sofa"], meanings: ["couch"] },
  });
  await ask("GET", `${synonyms}/{synonymId}`, { at: { id, synonymId } });
  await ask("PATCH", `${synonyms}/{synonymId}`, { at: { id, synonymId }, body: { meanings: ["settee"] } });
}

const rooms = (price: number) => `# Rooms\n\nA double room costs ${price} euro a night, with breakfast.`;
const cancelling =
  "You may cancel a booked room free of charge as long as you tell us on the day before you wanted to come. " +
  "Later on we keep half of the price, since nobody else will come for it on such a short notice.";

/** What Parley finds by itself: the house has to work in the background. */
export async function askFound(place: AskedPlace): Promise<void> {
  const { browser, ask } = place;
  const { id } = (await browser.post("/v1/agents", { name: "Inn" })).json();
  const put = (externalId: string, text: string) =>
    browser.post(`/v1/agents/${id}/documents`, { externalId, title: externalId, text, language: "en" });
  await put("rooms", rooms(90));
  await put("terms", cancelling);
  await put("questions", cancelling);
  /** The first of a list, as soon as there is one. */
  const first = async (list: string): Promise<string> => {
    let found: string | undefined;
    await until(async () => {
      found = (await browser.get(`/v1/agents/${id}/${list}`)).json().data[0]?.id;
      return found !== undefined;
    });
    return found ?? "";
  };

  const overlapId = await first("overlaps?kind=duplicate");
  const overlaps = "/v1/agents/{id}/overlaps/{overlapId}";
  await ask("GET", overlaps, { at: { id, overlapId } });
  await ask("PATCH", overlaps, { at: { id, overlapId }, body: { status: "ignored" } });

  for (const question of ["Do you repair submarines?", "Who repairs submarines?", "Can a submarine be repaired here?"])
    await browser.post(`/v1/agents/${id}/ask`, { question });
  await askSuggestions(ask, id, await first("answer-suggestions"));
  const gaps = "/v1/agents/{id}/gaps/{gapId}";
  const gapId = await first("gaps?status=answered");
  await ask("GET", gaps, { at: { id, gapId } });
  await ask("PATCH", gaps, { at: { id, gapId }, body: { status: "ignored" } });

  await visit(place, id);
  await put("rooms", rooms(120));
  await askRecalls(ask, await first("recalls"));
}

async function askSuggestions(ask: Ask, id: string, suggestionId: string): Promise<void> {
  const suggestions = "/v1/agents/{id}/answer-suggestions/{suggestionId}";
  const at = { id, suggestionId };
  const { question } = await ask("GET", suggestions, { at });
  await ask("PATCH", suggestions, { at, body: { status: "dismissed" } });
  await ask("PATCH", suggestions, { at, body: { status: "suggested" } });
  await ask("POST", `${suggestions}/approve`, { at, body: { question, answer: "Only yellow ones." } });
}

async function askRecalls(ask: Ask, id: string): Promise<void> {
  const at = { id };
  await ask("GET", "/v1/recalls/{id}", { at });
  await ask("POST", "/v1/recalls/{id}/dismiss", { at });
  await ask("POST", "/v1/recalls/{id}/reopen", { at });
  await ask("POST", "/v1/recalls/{id}/correction", { at, body: {} });
  await ask("POST", "/v1/recalls/{id}/verified-answer", { at, body: { answer: "It is 120 euro." } });
}

/** As a visitor of the messenger, who can be told later. */
async function visit({ world, scope }: AskedPlace, agentId: string): Promise<void> {
  const { reply } = await world.house.conversations.receive(scope, {
    agentId,
    channel: "web",
    visitorId: newId("visitor"),
    addressDigest: null,
    conversationId: null,
    clientId: newId("request"),
    text: "What does a double room cost a night?",
  });
  await reply;
}
