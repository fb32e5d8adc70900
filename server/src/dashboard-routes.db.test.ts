import { readdir } from "node:fs/promises";
import { distDirectory } from "@parley/dashboard/dist-directory";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { describeDatabase } from "./testing/index.ts";

let world: TestHouse;

beforeAll(async () => {
  world = await openTestHouse();
});
afterAll(() => world.close());

const get = (url: string, headers: Record<string, string> = {}) => world.app.inject({ method: "GET", url, headers });

describeDatabase("the dashboard", () => {
  test.each(["/", "/sign-in", "/o/org_1/agents/agt_1/widget", "/owner/abc", "/invitations/abc", "/ui"])(
    "%s is the one page, never kept and under a policy of its own",
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers["cache-control"]).toBe("no-store");
      const policy = String(answer.headers["content-security-policy"]);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1];
      expect(answer.body).toContain(`nonce="${nonce}"`);
      expect(answer.body).not.toContain("__PARLEY_NONCE__");
    },
  );

  test("two pages have different nonces", async () => {
    const nonces = await Promise.all(
      ["/", "/"].map(async (url) => /nonce="([^"]+)"/.exec((await get(url)).body)?.[1] ?? ""),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test("the page comes in the look that the browser was last told to have", async () => {
    const dark = await get("/", { cookie: "a=b; parley_look=dark.dense.narrow" });
    expect(dark.body).toContain('<html data-theme="dark" data-density="dense"');
    const wrong = await get("/", { cookie: 'parley_look="><script>.dense' });
    expect(wrong.body).toContain("<html lang");
  });

  test("its files are kept for good, compressed as the browser can read them", async () => {
    const names = await readdir(new URL("assets", distDirectory));
    const script = names.find((name) => name.endsWith(".js")) ?? "";
    const brotli = await get(`/assets/${script}`, { "accept-encoding": "gzip, br" });
    expect(brotli.statusCode).toBe(200);
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotli.headers["cache-control"]).toContain("immutable");
    expect(brotli.headers["content-type"]).toContain("javascript");
    expect((await get(`/assets/${script}`, { "accept-encoding": "gzip" })).headers["content-encoding"]).toBe("gzip");
    expect(
      (await get(`/assets/${script}`, { "accept-encoding": "identity" })).headers["content-encoding"],
    ).toBeUndefined();
  });

  test.each([
    "/assets/..%2findex.html",
    "/assets/manifest.json",
    "/assets/nothing.js",
    "/assets/%2e%2e%2fmanifest.json",
  ])("nothing else of the build can be had: %s", async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});
