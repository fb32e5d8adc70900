import { transformWithOxc } from "vite";
import { expect, it } from "vitest";
import { type Way, writeSnippet } from "./write-snippet.ts";

const of = { server: "https://chat.example", agentId: "agt_01jd3kett1e1a0ndcha1nexamp" };
const ways: Way[] = ["html", "react", "vue", "wordpress", "shopify", "gtm"];

it.each(ways)("writes for %s what leads to this server and this agent", (way) => {
  const { code } = writeSnippet(way, of);
  expect(code).toContain("https://chat.example/widget.js");
  expect(code).toContain(of.agentId);
});

it.each(["react", "vue"] as const)("writes for %s a file that compiles", async (way) => {
  const { code, file } = writeSnippet(way, of);
  expect(file).toMatch(/^ParleyChat\.jsx?$/);
  const built = await transformWithOxc(code, "ParleyChat.jsx");
  expect(built.code).toMatch(/export (function|const) ParleyChat/);
});

it("writes for a tag manager a script that says who it is by an attribute that it sets itself", () => {
  const { code } = writeSnippet("gtm", of);
  const [, script = ""] = /^<script>([^]*)<\/script>$/.exec(code) ?? [];
  const made: Record<string, unknown> = {};
  const element = { setAttribute: (name: string, value: string) => (made[name] = value) };
  const document = { createElement: () => element, body: { appendChild: (it: object) => Object.assign(made, it) } };
  new Function("document", script)(document);
  expect(made).toMatchObject({ "data-agent": of.agentId, src: "https://chat.example/widget.js", async: true });
});
