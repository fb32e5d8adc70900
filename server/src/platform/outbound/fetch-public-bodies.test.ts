import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createFetchPublic } from "./fetch-public.ts";
import { makeCertificate } from "./certificate.testing.ts";
import { faultOf, guarded, serve, v4, wish } from "./guard.testing.ts";
import { serveHttp, serveHttps, serveRaw } from "./servers.testing.ts";

describe("bodies", () => {
  const packed: Record<string, (bytes: Buffer) => Buffer> = {
    gzip: zlib.gzipSync,
    "x-gzip": zlib.gzipSync,
    deflate: zlib.deflateSync,
    "Deflate ": zlib.deflateRawSync,
    br: zlib.brotliCompressSync,
    zstd: zlib.zstdCompressSync,
    "gzip, br": (bytes) => zlib.brotliCompressSync(zlib.gzipSync(bytes)),
    "identity, gzip": zlib.gzipSync,
    "utf-8": (bytes) => bytes,
  };
  const page = Buffer.from("Grüße, 世界. ".repeat(500));

  it("are posted once, and not to where a redirect leads", async () => {
    const got: string[] = [];
    const site = await serve(
      serveHttp((request, response) => {
        let body = "";
        request.on("data", (piece: Buffer) => (body += piece.toString()));
        request.on("end", () => {
          got.push(`${request.method} ${request.url} ${request.headers["content-length"]} ${body}`);
          if (request.url === "/moved") response.writeHead(307, { location: "/" }).end();
          else if (request.url === "/gone") request.socket.destroy();
          else response.end("read");
        });
      }),
    );
    const posting = wish({ body: `{"city":"Zürich"}`, trustedOrigins: [site.origin], maxRedirects: 3 });
    expect(Buffer.from((await guarded(site.origin, posting)).body).toString()).toBe("read");
    expect((await guarded(`${site.origin}/moved`, posting)).status).toBe(307);
    expect((await faultOf(guarded(`${site.origin}/gone`, posting))).code).toBe("connection_failed");
    expect(got).toEqual(["/", "/moved", "/gone"].map((path) => `POST ${path} 18 {"city":"Zürich"}`));
  });

  it("undoes every encoding", async () => {
    const site = await serve(
      serveHttp((request, response) => {
        const encoding = decodeURIComponent(request.url?.slice(1) ?? "");
        response.setHeader("content-encoding", encoding).end(packed[encoding]?.(page));
      }),
    );
    for (const encoding of Object.keys(packed)) {
      const got = await guarded(
        `${site.origin}/${encodeURIComponent(encoding)}`,
        wish({ trustedOrigins: [site.origin] }),
      );
      expect(Buffer.from(got.body).equals(page), encoding).toBe(true);
    }
  });

  it("leaves alone what is not what it says, and gzip that nobody announced", async () => {
    const gzip = zlib.gzipSync(page);
    const site = await serve(
      serveHttp((request, response) => {
        if (request.url === "/claimed") response.setHeader("content-encoding", "gzip").end("plain");
        else response.end(gzip);
      }),
    );
    const trusted = wish({ trustedOrigins: [site.origin] });
    expect(Buffer.from((await guarded(`${site.origin}/claimed`, trusted)).body).toString()).toBe("plain");
    expect(Buffer.from((await guarded(`${site.origin}/silent`, trusted)).body).equals(gzip)).toBe(true);
  });

  it("stops bombs at the limit, in little memory, and names damage", async () => {
    const zeros = Buffer.alloc(100_000_000);
    const gzip = await promisify(zlib.gzip)(zeros);
    const nothing = zlib.gzipSync("");
    const empty = Buffer.concat(Array.from({ length: 100_000 }, () => nothing));
    const bombs: Record<string, [string, Buffer]> = {
      gzip: ["gzip", gzip],
      twice: ["gzip, gzip", zlib.gzipSync(gzip)],
      zstd: ["zstd", await promisify(zlib.zstdCompress)(zeros)],
      hollow: ["gzip, gzip", await promisify(zlib.gzip)(empty)],
    };
    const site = await serve(
      serveHttp((request, response) => {
        const [encoding, bytes] = bombs[request.url?.slice(1) ?? ""] ?? [
          "gzip",
          Buffer.concat([gzip.subarray(0, 40), Buffer.alloc(99, 7)]),
        ];
        response.setHeader("content-encoding", encoding).end(bytes);
      }),
    );
    const trusted = wish({ trustedOrigins: [site.origin], maxBytes: 1_000_000 });
    const before = process.memoryUsage().rss;
    for (const name of Object.keys(bombs)) {
      expect((await faultOf(guarded(`${site.origin}/${name}`, trusted))).code, name).toBe("response_too_large");
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(90_000_000);
    expect((await faultOf(guarded(`${site.origin}/damaged`, trusted))).code).toBe("connection_failed");
    const many = "gzip, gzip, gzip, gzip, gzip";
    bombs["many"] = [many, gzip];
    expect((await faultOf(guarded(`${site.origin}/many`, trusted))).code).toBe("connection_failed");
  });

  it("counts what comes, whatever the length says", async () => {
    let sent = 0;
    const site = await serve(
      serveRaw((socket) => {
        socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        const timer = setInterval(() => {
          sent += 65_536;
          if (!socket.write(Buffer.alloc(65_536))) sent += 0;
          if (sent > 50_000_000) socket.end();
        }, 1);
        socket.on("close", () => clearInterval(timer));
      }),
    );
    const fault = await faultOf(guarded(site.origin, wish({ trustedOrigins: [site.origin] })));
    expect(fault.code).toBe("response_too_large");
    expect(fault.message).toContain(`127.0.0.1:${site.port}`);
    expect(sent).toBeLessThan(50_000_000);

    const announced = await serve(
      serveRaw((socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\n")),
    );
    expect((await faultOf(guarded(announced.origin, wish({ trustedOrigins: [announced.origin] })))).code).toBe(
      "response_too_large",
    );
    const short = await serve(serveRaw((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")));
    expect((await faultOf(guarded(short.origin, wish({ trustedOrigins: [short.origin] })))).code).toBe(
      "connection_failed",
    );
    const long = await serve(
      serveRaw((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more")),
    );
    expect(Buffer.from((await guarded(long.origin, wish({ trustedOrigins: [long.origin] }))).body).toString()).toBe(
      "hello",
    );
  });
});

describe("servers that misbehave", () => {
  it("ends slow drips of headers and of the body at the time-out", async () => {
    const drip = (head: string) =>
      serve(
        serveRaw((socket) => {
          socket.write(head);
          const timer = setInterval(() => socket.write("x"), 20);
          socket.on("close", () => clearInterval(timer));
        }),
      );
    for (const head of ["HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n", ""]) {
      const site = await drip(head === "" ? "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 9000\r\n\r\n" : head);
      const fault = await faultOf(guarded(site.origin, wish({ trustedOrigins: [site.origin], timeoutMs: 250 })));
      expect(fault.code, head).toBe("timed_out");
    }
  });

  it("names what went wrong, and the host, and nothing that the host said", async () => {
    const closed = await serveHttp(() => undefined);
    await closed.close();
    const refused = await faultOf(guarded(closed.origin, wish({ trustedOrigins: [closed.origin] })));
    expect(refused.code).toBe("connection_refused");
    const reset = await serve(serveRaw((socket) => socket.resetAndDestroy()));
    const babble = await serve(serveRaw((socket) => socket.end("SECRET-BANNER 220 ready\r\n")));
    const headers = await serve(
      serveRaw((socket) => socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${"SECRET".repeat(20_000)}\r\n\r\n`)),
    );
    for (const [site, code] of [
      [reset, "connection_failed"],
      [babble, "connection_failed"],
      [headers, "response_too_large"],
    ] as const) {
      const fault = await faultOf(guarded(site.origin, wish({ trustedOrigins: [site.origin] })));
      expect(fault.code).toBe(code);
      expect(fault.message).toContain(`127.0.0.1:${site.port}`);
      expect(fault.message).not.toContain("SECRET");
    }
    const missing = await faultOf(guarded("https://no-such-host.test/", wish()));
    expect([missing.code, missing.message]).toEqual(["host_not_found", expect.stringContaining("no-such-host.test")]);
  });

  it("follows redirects to an end, and not in circles", async () => {
    const site = await serve(
      serveHttp((request, response) => {
        const [, kind, count] = request.url?.split("/") ?? [];
        if (kind === "end") response.end(JSON.stringify(request.headers));
        else if (kind === "deep") response.writeHead(301, { location: `/deep/${Number(count) + 1}` }).end("moved");
        else if (kind === "circle") response.writeHead(302, { location: "/circle/back#x" }).end();
        else response.writeHead(308, { location: "end#part" }).end("moved");
      }),
    );
    const trusted = wish({
      trustedOrigins: [site.origin],
      headers: { Authorization: "SECRET", Host: "evil.test", Accept: "text/html" },
    });
    const moved = await guarded(`${site.origin}/go?x=1#top`, trusted);
    expect(moved.url).toBe(`${site.origin}/end`);
    expect(moved.redirects).toEqual([`${site.origin}/go?x=1`, `${site.origin}/end`]);
    const seen = JSON.parse(Buffer.from(moved.body).toString());
    expect(seen).toMatchObject({ host: `127.0.0.1:${site.port}`, "user-agent": "ParleyTest", accept: "text/html" });
    expect(seen).not.toHaveProperty("authorization");
    expect((await faultOf(guarded(`${site.origin}/circle/back`, trusted))).code).toBe("too_many_redirects");
    expect((await faultOf(guarded(`${site.origin}/deep/0`, trusted))).code).toBe("too_many_redirects");
    const stopped = await guarded(`${site.origin}/go`, { ...trusted, mayFollow: (to) => to.pathname !== "/end" });
    expect([stopped.status, stopped.headers["location"], stopped.url]).toEqual([308, "end#part", `${site.origin}/go`]);
    expect(site.connections()).toBeLessThan(4);
  });

  it("stops when told to, with the reason given", async () => {
    const site = await serve(serveRaw((socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1")));
    const stop = new AbortController();
    const fetching = guarded(site.origin, wish({ trustedOrigins: [site.origin], signal: stop.signal }));
    const reason = new Error("enough");
    setImmediate(() => stop.abort(reason));
    await expect(fetching).rejects.toBe(reason);
    await expect(guarded(site.origin, wish({ signal: stop.signal }))).rejects.toBe(reason);
  });

  it("asks again when a kept connection was closed meanwhile", async () => {
    const site = await serve(
      serveRaw((socket) => {
        if (socket.bytesRead > 400) socket.destroy();
        else socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      }),
    );
    const long = wish({ trustedOrigins: [site.origin], headers: { "x-fill": "x".repeat(200) } });
    for (let count = 0; count < 3; count += 1) expect((await guarded(site.origin, long)).status).toBe(200);
    expect(site.connections()).toBeGreaterThan(1);
  });

  it("answers HEAD without a body", async () => {
    const site = await serve(
      serveHttp((_, response) =>
        response.setHeader("content-encoding", "gzip").setHeader("content-length", "500000").end(),
      ),
    );
    const head = await guarded(site.origin, wish({ method: "HEAD", trustedOrigins: [site.origin] }));
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, "500000"]);
  });
});

describe("certificates", () => {
  const usual = getCACertificates("default");
  afterEach(() => setDefaultCACertificates(usual));

  it("keeps the name in SNI, certificate and Host while it connects to the checked address", async () => {
    const authority = makeCertificate({ name: "Test Authority", authority: true });
    const site = await serve(
      serveHttps(makeCertificate({ name: "shop.test", issuer: authority }), (request, response) => {
        const { servername } = request.socket as unknown as { servername: string };
        response.end(`${servername} ${request.headers.host}`);
      }),
    );
    setDefaultCACertificates([...usual, authority.cert]);
    const fetching = createFetchPublic({
      allow: ["shop.test", "shop2.test"],
      userAgent: "x",
      resolve: async () => [v4("127.0.0.1")],
    });
    const got = await fetching(`https://shop.test.:${site.port}/`, wish());
    expect(Buffer.from(got.body).toString()).toBe(`shop.test shop.test:${site.port}`);
    const wrong = await faultOf(fetching(`https://shop2.test:${site.port}/`, wish()));
    expect([wrong.code, wrong.message]).toEqual(["tls_failed", expect.stringContaining("another name")]);
  });

  it("says what is wrong with a certificate", async () => {
    const authority = makeCertificate({ name: "Test Authority", authority: true });
    const unknown = makeCertificate({ name: "Unknown Authority", authority: true });
    setDefaultCACertificates([...usual, authority.cert]);
    const past = new Date(Date.now() - 1_000);
    const future = new Date(Date.now() + 3_600_000);
    const cases = [
      [makeCertificate({ name: "shop.test" }), "signed by nobody"],
      [makeCertificate({ name: "shop.test", issuer: authority, until: past }), "expired"],
      [makeCertificate({ name: "shop.test", issuer: authority, from: future }), "not valid yet"],
      [makeCertificate({ name: "shop.test", issuer: unknown }), "vouch"],
    ] as const;
    const fetching = createFetchPublic({
      allow: ["shop.test"],
      userAgent: "x",
      resolve: async () => [v4("127.0.0.1")],
    });
    for (const [certificate, words] of cases) {
      const site = await serve(serveHttps(certificate, (_, response) => response.end()));
      const fault = await faultOf(fetching(`https://shop.test:${site.port}/`, wish()));
      expect([fault.code, fault.message]).toEqual(["tls_failed", expect.stringContaining(words)]);
    }
    const plain = await serve(serveHttp((_, response) => response.end()));
    const fault = await faultOf(fetching(`https://shop.test:${plain.port}/`, wish()));
    expect([fault.code, fault.message]).toEqual(["tls_failed", expect.stringContaining("does not speak https")]);
  });
});
