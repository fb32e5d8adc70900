import { expect, it } from "vitest";
import { readPage } from "./read-page.ts";

const AGENT = "agt_01jd3kett1e1a0ndcha1nexamp";
const OTHER = "agt_01jd3zzzz1e1a0ndcha1nexamp";
const SERVER = "https://chat.example";
const line = (agent = AGENT, server = SERVER) =>
  `<script async src="${server}/widget.js" data-agent="${agent}"></script>`;
const words = `<p>${"We repair bicycles of every kind, from city bikes to e-bikes. ".repeat(6)}</p>`;
const read = (body: string, headers: Record<string, string> = {}) =>
  readPage({
    html: `<!doctype html><html><head></head><body>${words}${body}</body></html>`,
    headers,
    url: "https://shop.example/",
    agentId: AGENT,
    server: SERVER,
  });
const hintsOf = (body: string, headers?: Record<string, string>) => read(body, headers).hints.map(({ hint }) => hint);

it("finds the line however it is written", () => {
  const written = [
    line(),
    line().replaceAll('"', "'"),
    `<script async src=${SERVER}/widget.js data-agent=${AGENT}></script>`,
    `<script async src="//chat.example/widget.js" data-agent="${AGENT}"></script>`,
    `<script>var s=document.createElement("script");s.src="${SERVER}/widget.js";s.setAttribute("data-agent","${AGENT}")</script>`,
  ];
  for (const body of written) expect(read(body), body).toEqual({ found: true, hints: [] });
});

it("says what stands there instead", () => {
  expect(read("").found).toBe(false);
  expect(hintsOf("")).toEqual([]);
  expect(read(line(OTHER)).hints).toEqual([{ hint: "other-agent", detail: OTHER }]);
  expect(read(line(AGENT, "https://old.example")).hints).toEqual([{ hint: "other-server", detail: "old.example" }]);
  expect(hintsOf(`<!-- ${line()} -->`)).toEqual(["commented-out"]);
  expect(hintsOf(`<!-- ${line()}`)).toEqual(["commented-out"]);
  expect(hintsOf(`<script src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC123"></script>`)).toEqual([
    "tag-manager",
  ]);
  expect(read("", { age: "900" }).hints).toEqual([{ hint: "cached", detail: "900" }]);
  expect(hintsOf("", { "cf-cache-status": "HIT" })).toEqual(["cached"]);
  expect(hintsOf("", { "cf-cache-status": "MISS", age: "0" })).toEqual([]);
});

it("knows a page that is built in the browser", () => {
  const html = `<html><body><div id="root"></div><script src="/app.js"></script></body></html>`;
  const { hints } = readPage({ html, headers: {}, url: "https://shop.example/", agentId: AGENT, server: SERVER });
  expect(hints.map(({ hint }) => hint)).toEqual(["built-by-script"]);
});

it.each<[policy: string, forbidden: string | null]>([
  ["default-src 'self'", "script-src, frame-src, connect-src"],
  ["default-src 'self'; script-src 'nonce-abc'; frame-src https://chat.example", "connect-src"],
  ["script-src 'self' https://chat.example", null],
  ["default-src https:", null],
  ["default-src *", null],
  ["default-src *.example", null],
  ["default-src http://chat.example", null],
  ["frame-src 'none'", "frame-src"],
  ["child-src https://chat.example:8443; connect-src https://chat.example", "frame-src"],
  ["img-src 'none'", null],
])("reads the content policy %s: %s", (policy, forbidden) => {
  const { found, hints } = read(line(), { "content-security-policy": policy });
  expect(found).toBe(true);
  expect(hints).toEqual(forbidden === null ? [] : [{ hint: "content-policy", detail: forbidden }]);
});

it("comes to an end with hostile pages", () => {
  const hostile = [
    "<!--".repeat(200_000),
    "<".repeat(1_000_000),
    `<meta ${" ".repeat(1_000_000)}`,
    "//a".repeat(300_000),
  ];
  for (const html of hostile)
    expect(readPage({ html, headers: {}, url: "https://shop.example/", agentId: AGENT, server: SERVER }).found).toBe(
      false,
    );
});
