import { existsSync, readFileSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFetchPublic } from "./fetch-public.ts";
import { isPublicAddress } from "./public-address.ts";
import { faultOf, guarded, resolve, serve, v4, wish } from "./guard.testing.ts";
import { serveHttp } from "./servers.testing.ts";

const words = (text: string) => text.trim().split(/\s+/);

describe("addresses that lead inside", () => {
  const list = resolvePath(process.env["PARLEY_TEST_DATA"] ?? "../shared", "data/abuse/ssrf_urls.jsonl");
  if (!existsSync(list)) process.stdout.write("skipped: the list of hostile addresses is not at PARLEY_TEST_DATA\n");

  it.skipIf(!existsSync(list))("refuses every line of the list of hostile addresses", async () => {
    const urls = readFileSync(list, "utf8")
      .trim()
      .split("\n")
      .map((line) => String(JSON.parse(line).text));
    expect(urls.length).toBeGreaterThan(50);
    const codes = await Promise.all(urls.map(async (url) => [url, (await faultOf(guarded(url, wish()))).code]));
    const accepted = codes.filter(
      ([, code]) => !["private_address", "invalid_url", "host_not_found"].includes(code ?? ""),
    );
    expect(accepted).toEqual([]);
  });

  it.each(
    words(`
      http://127.0.0.1 http://127.1/ http://0/ http://2130706433/ http://0x7f.1/ http://0177.0.0.1/
      http://127.0.0.1./ http://%31%32%37.0.0.1/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://１２７.0.0.1/
      http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
      http://[::127.0.0.1]/ http://[64:ff9b::10.0.0.1]/ http://[64:ff9b:1::8.8.8.8]/ http://[2002:7f00:1::]/
      http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/ http://[2606:4700::5efe:10.0.0.1]/ http://[fc00::1]/
      http://[fe80::1]/ http://[ff02::1]/ http://[2001:db8::1]/ http://[3fff::1]/ http://[100::1]/
      http://[5f00::1]/ http://10.1.2.3/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.0.1/
      http://100.64.0.1/ http://100.100.100.200/ http://169.254.169.254/ http://168.63.129.16/ http://192.0.0.1/
      http://192.0.2.1/ http://198.18.0.1/ http://198.51.100.1/ http://203.0.113.1/ http://224.0.0.1/
      http://255.255.255.255/ http://240.0.0.1/ http://192.88.99.1/ http:///127.0.0.1 http://LOCALHOST/
      http://localhost./ http://half.test/ http://mapped.test/ http://metadata.google.internal./
      http://127.0.0.1#@example.com/ http://127.0.0.1?@example.com/
    `).concat(["http:\\\\127.0.0.1\\", "http://127.0\t.0.1/", "http://127.0.0.1:80\\@example.com/"]),
  )("refuses %s as private", async (url) => {
    expect((await faultOf(guarded(url, wish()))).code).toBe("private_address");
  });

  it.each(
    words(`
      hello example.com //example.com javascript:alert(1) file:///etc/passwd ftp://example.com/ data:text/html,x
      http:// http://user@127.0.0.1/ http://user:word@example.com/ http://example.com@127.0.0.1/
      http://[fe80::1%25eth0]/ http://256.1.1.1/ http://a..b/ http://example.com:22/ http://example.com:6379/
      https://example.com:25/ http://example.com:99999/ http://./
    `).concat(["", "http://exa mple.com/"]),
  )("refuses %j as no address of a website", async (url) => {
    expect((await faultOf(guarded(url, wish()))).code).toBe("invalid_url");
  });

  it("refuses an address of endless length", async () => {
    expect((await faultOf(guarded(`http://example.com/${"a".repeat(9_000)}`, wish()))).code).toBe("invalid_url");
  });

  it("never calls an address public that is inside, however it is embedded in IPv6", () => {
    const inside = fc.constantFrom("10.", "127.", "169.254.", "192.168.", "172.20.", "100.100.", "0.", "224.");
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(inside, fc.array(byte, { minLength: 3, maxLength: 3 }), (start, rest) => {
        const address = [...start.split(".").filter((part) => part !== ""), ...rest].slice(0, 4).join(".");
        const forms = [
          address,
          `::ffff:${address}`,
          `::${address}`,
          `64:ff9b::${address}`,
          `fe80::5efe:${address}`,
          `2a00::5efe:${address}`,
        ];
        for (const form of forms) expect(isPublicAddress(form), form).toBe(false);
      }),
    );
  });

  it("refuses inside addresses in every spelling of their numbers", async () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const inside = fc.tuple(fc.constantFrom(10, 127, 0, 224, 255), byte, byte, byte);
    const spell = (value: number, base: number) =>
      base === 8 ? `0${value.toString(8)}` : base === 16 ? `0x${value.toString(16)}` : `${value}`;
    const bases = fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(inside, bases, fc.integer({ min: 1, max: 4 }), async (parts, ways, count) => {
        // The last number written stands for all bytes that are left.
        const rest = parts.slice(count - 1).reduce((sum, part) => sum * 256 + part, 0);
        const host = [...parts.slice(0, count - 1), rest]
          .map((value, place) => spell(value, ways[place] ?? 10))
          .join(".");
        expect((await faultOf(guarded(`http://${host}/`, wish()))).code, host).toBe("private_address");
      }),
    );
  });

  it("knows public addresses", () => {
    for (const address of [
      "8.8.8.8",
      "93.184.216.34",
      "172.32.0.1",
      "2606:4700::1111",
      "::ffff:8.8.8.8",
      "64:ff9b::8.8.8.8",
    ]) {
      expect(isPublicAddress(address), address).toBe(true);
    }
    for (const text of ["", "x", "1", "0x8080808", "8.8.8", "::g"]) expect(isPublicAddress(text), text).toBe(false);
  });

  it("connects to the address that was checked, and asks the DNS no second time", async () => {
    const site = await serve(serveHttp((_, response) => response.setHeader("connection", "close").end("hello")));
    const answers = [v4("127.0.0.1"), v4("10.0.0.1")];
    let asked = 0;
    const rebinding = createFetchPublic({
      allow: ["127.0.0.1/32"],
      userAgent: "ParleyTest",
      resolve: async () => [answers[asked++] ?? v4("10.0.0.1")],
    });
    const url = `http://rebind.test:${site.port}/`;
    expect((await rebinding(url, wish())).status).toBe(200);
    expect(asked).toBe(1);
    expect((await faultOf(rebinding(url, wish()))).code).toBe("private_address");
    expect(site.connections()).toBe(1);
  });

  it("does not wait for a look-up that never ends", async () => {
    const stuck = createFetchPublic({ allow: [], userAgent: "x", resolve: () => new Promise(() => undefined) });
    expect((await faultOf(stuck("http://stuck.test/", wish({ timeoutMs: 50 })))).code).toBe("timed_out");
  });

  it("checks again after a redirect", async () => {
    const inside = await serve(serveHttp((_, response) => response.end("secret")));
    const outside = await serve(
      serveHttp((request, response) => {
        const to = decodeURIComponent(request.url?.slice(1) ?? "");
        response.writeHead(302, { location: to }).end();
      }),
    );
    const trusted = wish({ trustedOrigins: [outside.origin] });
    for (const to of [
      inside.origin,
      `http://localhost:${inside.port}`,
      `//[::1]:${inside.port}/`,
      "http://169.254.169.254/",
    ]) {
      expect((await faultOf(guarded(`${outside.origin}/${encodeURIComponent(to)}`, trusted))).code, to).toBe(
        "private_address",
      );
    }
    for (const to of [
      "file:///etc/passwd",
      "http://user:pw@example.com/",
      "mailto:a@example.com",
      "http://example.com:25/",
    ]) {
      expect((await faultOf(guarded(`${outside.origin}/${encodeURIComponent(to)}`, trusted))).code, to).toBe(
        "invalid_url",
      );
    }
    expect(inside.connections()).toBe(0);
  });
});

describe("trust", () => {
  const hello = () => serve(serveHttp((request, response) => response.end(`hello ${request.headers.host}`)));
  const text = (body: Uint8Array) => Buffer.from(body).toString();

  it("reaches a trusted origin, and only that one", async () => {
    const [one, other] = [await hello(), await hello()];
    const trusted = wish({ trustedOrigins: [one.origin] });
    expect(text((await guarded(`${one.origin}/`, trusted)).body)).toBe(`hello 127.0.0.1:${one.port}`);
    expect((await faultOf(guarded(other.origin, trusted))).code).toBe("private_address");
    expect((await faultOf(guarded(`http://localhost:${one.port}`, trusted))).code).toBe("private_address");
    expect((await faultOf(guarded(one.origin, wish()))).code).toBe("private_address");
    expect(one.connections()).toBe(1);
  });

  it("withdraws it from a name that was public before, and never extends it to metadata", async () => {
    const site = await hello();
    // The first is public and belongs to nobody.
    const answers = [{ address: "2d00::1", family: 6 }, v4("127.0.0.1"), v4("169.254.169.254")];
    const shifting = createFetchPublic({
      allow: [],
      userAgent: "x",
      resolve: async () => [answers.shift() ?? v4("127.0.0.1")],
    });
    const url = `http://shift.test:${site.port}`;
    const quick = wish({ trustedOrigins: [url], timeoutMs: 200 });
    expect((await faultOf(shifting(url, quick))).code).not.toBe("private_address");
    expect((await faultOf(shifting(url, quick))).code).toBe("private_address");
    const other = `http://other.test:${site.port}`;
    expect((await faultOf(shifting(other, wish({ trustedOrigins: [other] })))).code).toBe("private_address");
  });

  it("lets through what the setting lists, by host, by host and port, by network", async () => {
    const site = await hello();
    const reach = (allow: string[], host = "localhost") =>
      createFetchPublic({ allow, userAgent: "x", resolve })(`http://${host}:${site.port}/`, wish());
    for (const allow of ["localhost", "LOCALHOST", `localhost:${site.port}`, "127.0.0.1/32"]) {
      const names4 = allow.includes("/") ? "127.0.0.1" : "localhost";
      expect((await reach([allow], names4)).status, allow).toBe(200);
    }
    expect(text((await reach(["127.0.0.0/8", "::1/128"])).body)).toBe(`hello localhost:${site.port}`);
    for (const allow of ["localhost:1", "10.0.0.0/8", "127.0.0.1", "host.localhost"]) {
      expect((await faultOf(reach([allow]))).code, allow).toBe("private_address");
    }
    for (const allow of ["[::1]", "::1", `[::1]:${site.port}`, "::/64"]) {
      // Nobody listens there: reaching for it at all is what is tested.
      expect((await faultOf(reach([allow], "[::1]"))).code, allow).not.toBe("private_address");
    }
    expect((await faultOf(reach(["[::1]:1", "::2"], "[::1]"))).code).toBe("private_address");
    expect(() => createFetchPublic({ allow: ["http://x/"], userAgent: "x" })).toThrow(/PARLEY_ALLOW_PRIVATE_ADDRESSES/);
  });
});
