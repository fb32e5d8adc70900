import { execFileSync } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClock, createFetchPublic } from "../../platform/index.ts";
import { createRenderer } from "./create-renderer.ts";
import { findChromium } from "./find-chromium.ts";
import type { Renderer } from "./types.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const searchPath = process.env["PATH"] ?? "";
const named = process.env["PARLEY_CHROMIUM"] ?? null;
const { path } = await findChromium(named, searchPath);
if (path === null) console.warn("Skipped: no Chromium is there to run pages in.");

const shell = (script: string, body = `<div id="root"></div>`) =>
  `<!doctype html><html><head><title>Shell</title></head><body>${body}<script>${script}</script></body></html>`;
const say = (words: string) => `document.querySelector("#root").innerHTML = ${JSON.stringify(`<p>${words}</p>`)};`;

describe.skipIf(path === null)("pages that need JavaScript", () => {
  const servers: Server[] = [];
  const asked: string[] = [];
  let renderer: Renderer;
  const fetchPublic = createFetchPublic({ allow: [], userAgent: "ParleyBot/test" });

  beforeAll(() => {
    renderer = createRenderer({
      clock: createClock(),
      log: { warn: () => {} },
      chromium: { path: named, searchPath },
      userAgent: "ParleyBot/test",
    });
  });
  afterEach(() => {
    asked.splice(0);
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  afterAll(() => renderer.stop());

  async function serve(routes: Record<string, Answer | string> = {}): Promise<string> {
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const answer = routes[request.url ?? ""];
      if (typeof answer === "string") response.writeHead(200, { "content-type": "text/javascript" }).end(answer);
      else if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
    server.on("upgrade", (request, socket) => {
      asked.push(`UPGRADE ${request.url}`);
      socket.destroy();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  }

  const render = (url: string, html: string) => {
    const { origin } = new URL(url);
    return renderer.render({
      url,
      html,
      fetch: (address, request) =>
        fetchPublic(address, {
          ...request,
          maxRedirects: 0,
          mayFollow: () => false,
          trustedOrigins: [origin],
          signal: new AbortController().signal,
        }),
      isOwn: (address) => new URL(address).origin === origin,
      signal: new AbortController().signal,
    });
  };

  it("runs scripts, waits for what they fetch, and asks for the page itself no second time", async () => {
    const url = await serve({
      "/app.js": `fetch("/words.json").then((r) => r.json()).then(({ words }) => setTimeout(() => { ${`document.querySelector("#root").textContent = words`} }, 300))`,
      "/words.json": (_request, response) =>
        response.writeHead(200, { "content-type": "application/json" }).end(`{"words":"Open from nine to five."}`),
    });
    const { html, requests } = await render(url, shell("", `<div id="root"></div><script src="/app.js"></script>`));
    expect(html).toContain("Open from nine to five.");
    expect(asked).toEqual(["GET /app.js", "GET /words.json"]);
    expect(requests).toBe(2);
  });

  it("posts what it asks of its own site, a few times, and nothing else", async () => {
    const other = await serve({ "/graphql": (_request, response) => response.writeHead(200).end("{}") });
    const bodies: string[] = [];
    const url = await serve({
      "/graphql": (request, response) => {
        let body = "";
        request.on("data", (piece: Buffer) => (body += piece.toString()));
        request.on("end", () => {
          bodies.push(`${request.headers["content-type"]} ${body}`);
          response
            .writeHead(200, { "content-type": "application/json" })
            .end(`{"data":{"rooms":[{"name":"Room with a view of Zürich"}]}}`);
        });
      },
      "/moved": (_request, response) => response.writeHead(307, { location: `${other}graphql` }).end(),
    });
    const { html, refused } = await render(
      url,
      shell(
        `const post = (to, body, type = "application/json") => fetch(to, { method: "POST", headers: { "content-type": type }, body });
        post("/graphql", JSON.stringify({ query: "{ rooms { name } }", variables: { city: "Zürich" } })).then((r) => r.json())
          .then(({ data }) => { document.querySelector("#root").textContent = data.rooms[0].name; });
        for (const [to, body, type] of [["/graphql", JSON.stringify({ query: "mutation { buy }" })], ["/graphql", "x=1", "application/x-www-form-urlencoded"],
          [${JSON.stringify(`${other}graphql`)}, "{}"], ["/track", "{}"]]) post(to, body, type).catch(() => 0);
        post("/moved", "{}").catch(() => 0).then(() => {
          for (let nth = 0; nth < 40; nth += 1) post("/graphql", JSON.stringify({ nth })).catch(() => 0);
        });
        fetch("/graphql", { method: "PUT", headers: { "content-type": "application/json" }, body: "{}" }).catch(() => 0);
        fetch("/graphql", { method: "DELETE" }).catch(() => 0);`,
      ),
    );
    expect(html).toContain("Room with a view of Zürich");
    expect(bodies[0]).toBe(`application/json {"query":"{ rooms { name } }","variables":{"city":"Zürich"}}`);
    expect(bodies.some((body) => /mutation|x=1/.test(body))).toBe(false);
    expect(asked.filter((line) => line === "POST /moved")).toHaveLength(1);
    expect(asked.filter((line) => line.startsWith("POST"))).toHaveLength(20);
    expect(asked.some((line) => /^(?:PUT|DELETE)|track/.test(line))).toBe(false);
    expect(refused).toBeGreaterThan(20);
  });

  it("dismisses a consent banner, reads shadow trees, and scrolls to what is put in late", async () => {
    const url = await serve();
    const { html } = await render(
      url,
      shell(
        `customElements.define("x-hours", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<p>Shadow hours: <slot></slot></p>"; } });
        document.querySelector("#deny").onclick = () => { ${say("Nothing is counted here.")} document.querySelector("#cookie-bar").remove(); };
        new IntersectionObserver(([entry]) => { if (entry.isIntersecting) document.querySelector("#late").textContent = "The late part has come."; }).observe(document.querySelector("#late"));`,
        `<div id="cookie-bar">We use cookies <button>Accept all</button><button id="deny">Reject all</button></div><div id="root"></div><x-hours>ten to six</x-hours><div style="height:6000px"></div><div id="late" style="height:10px"></div>`,
      ),
    );
    expect(html).toContain("Nothing is counted here.");
    expect(html).toContain("The late part has come.");
    expect(html.replace(/<[^>]*>/g, "")).toContain("Shadow hours: ten to six");
  });

  it("lets nothing out but reading through the guard", async () => {
    const other = await serve();
    const { port } = new URL(other);
    const own = await serve({
      "/worker.js": `fetch(${JSON.stringify(`${other}from-worker`)}).catch(() => 0)`,
      "/jump": (_request, response) => response.writeHead(302, { location: `${other}jumped` }).end(),
    });
    const { html, refused } = await render(
      own,
      shell(
        `${say("Still here.")}
        for (const to of [${JSON.stringify(`${other}fetched`)}, "/jump", "http://169.254.169.254/latest/", "http://[::1]:${port}/six", "file:///etc/passwd"]) fetch(to).catch(() => 0);
        fetch("/posted", { method: "POST", body: "x" }).catch(() => 0);
        navigator.sendBeacon(${JSON.stringify(`${other}beacon`)}, "x");
        try { new Worker("/worker.js"); } catch {}
        try { new WebSocket("ws://127.0.0.1:${port}/socket"); } catch {}
        const frame = document.createElement("iframe"); frame.src = ${JSON.stringify(`${other}frame`)}; document.body.append(frame);
        const clean = document.createElement("iframe"); document.body.append(clean);
        try { new clean.contentWindow.WebSocket("ws://127.0.0.1:${port}/socket2"); } catch {}
        try { clean.contentWindow.open(${JSON.stringify(`${other}window`)}); } catch {}
        try { clean.contentWindow.fetch(${JSON.stringify(`${other}from-frame`)}).catch(() => 0); } catch {}
        const image = new Image(); image.src = ${JSON.stringify(`${other}image`)};
        const link = document.createElement("link"); link.rel = "preconnect"; link.href = ${JSON.stringify(other)}; document.head.append(link);
        navigator.serviceWorker?.register("/worker.js");
        const a = document.createElement("a"); a.href = "/file.bin"; a.download = "file.bin"; document.body.append(a); a.click();`,
      ),
    );
    expect(html).toContain("Still here.");
    expect(refused).toBeGreaterThan(4);
    expect(asked.filter((line) => !["GET /worker.js", "GET /jump", "GET /file.bin"].includes(line))).toEqual([]);
  });

  it("sends the keys of a page to no other host that a redirect leads to", async () => {
    const seen = new Map<string, Record<string, string>>();
    const keys = { authorization: "Bearer a", "x-api-key": "b", apikey: "c" };
    await renderer.render({
      url: "http://shop.example/",
      html: shell(`${say("Here.")} fetch("/jump", { headers: ${JSON.stringify(keys)} }).catch(() => 0);`),
      async fetch(address, { headers = {} }) {
        seen.set(address, { ...headers });
        const status = address.endsWith("/jump") ? 302 : 200;
        const location = "http://other.example/next";
        return { status, url: address, redirects: [address], headers: { location }, body: new Uint8Array() };
      },
      isOwn: (address) => address.startsWith("http://shop.example/"),
      signal: new AbortController().signal,
    });
    expect(seen.get("http://shop.example/jump")).toMatchObject(keys);
    const there = Object.keys(seen.get("http://other.example/next") ?? { nothing: "was asked" });
    expect(there.filter((name) => !name.startsWith("accept"))).toEqual([]);
  });

  it("does not wait for dialogs, windows, or requests that never end", { timeout: 40_000 }, async () => {
    const url = await serve({ "/never": () => undefined });
    const { html } = await render(
      url,
      shell(
        `alert("one"); confirm("two"); window.onbeforeunload = () => "stay"; window.open("/other"); fetch("/never"); ${say("Past all dialogs.")}`,
      ),
    );
    expect(html).toContain("Past all dialogs.");
  });

  it(
    "gives up on scripts without end and on pages that break down, and goes on with the next",
    { timeout: 120_000 },
    async () => {
      const url = await serve();
      await expect(render(url, shell("for (;;) {}"))).rejects.toMatchObject({ code: "timed_out" });
      await expect(
        render(url, shell("const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));")),
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:http_error|timed_out)$/),
      });
      if (process.platform === "linux")
        await expect(
          render(url, shell("const all = []; setInterval(() => all.push(new Uint8Array(4e7).fill(1)), 10);")),
        ).rejects.toMatchObject({ code: "http_error" });
      expect((await render(url, shell(say("Well again.")))).html).toContain("Well again.");
    },
  );

  it("leaves no process behind", async () => {
    const url = await serve();
    await render(url, shell(say("Words.")));
    await renderer.stop();
    const left = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line.includes("parley-chromium-") && line.includes("nowhere.invalid"));
    expect(left).toEqual([]);
  });
});

describe("a server without a browser", () => {
  it("says so", async () => {
    const off = createRenderer({
      clock: createClock(),
      log: { warn: () => {} },
      chromium: { path: "off", searchPath: "" },
      userAgent: "x",
    });
    expect(await off.state()).toEqual({ found: false, reason: expect.stringContaining("PARLEY_CHROMIUM") });
    const missing = await findChromium("/nowhere/chromium", "");
    expect(missing.reason).toContain("PARLEY_CHROMIUM");
  });
});
