import { describe, expect, it } from "vitest";
import { createFetchVendor } from "./fetch-vendor.ts";
import { faultOf, serve } from "./guard.testing.ts";
import { serveHttp, serveRaw } from "./servers.testing.ts";

async function echo() {
  return serve(
    serveHttp(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const { authorization, cookie } = request.headers;
      const to = new URL(request.url ?? "/", "http://x").searchParams.get("to");
      if (to) response.writeHead(Number(request.url?.slice(1, 4)), { location: to, "set-cookie": "a=b" }).end();
      else response.end(JSON.stringify({ method: request.method, url: request.url, body, authorization, cookie }));
    }),
  );
}

describe("fetchVendor", () => {
  const fetchVendor = createFetchVendor();
  const asked = { method: "POST", body: "question", headers: { authorization: "Bearer key" } };

  it("reaches any address, with its key, and follows redirects of the same host", async () => {
    const vendor = await echo();
    expect(await (await fetchVendor(`${vendor.origin}/v1`, asked)).json()).toEqual({
      method: "POST",
      url: "/v1",
      body: "question",
      authorization: "Bearer key",
    });
    const again = await (await fetchVendor(`${vendor.origin}/307?to=/moved`, asked)).json();
    expect(again).toMatchObject({ method: "POST", url: "/moved", body: "question", authorization: "Bearer key" });
    const seeOther = await (await fetchVendor(`${vendor.origin}/303?to=/done`, asked)).json();
    expect(seeOther).toMatchObject({ method: "GET", url: "/done", body: "" });
    expect(seeOther).not.toHaveProperty("cookie");
    const viaRequest = await fetchVendor(new Request(`${vendor.origin}/302?to=/got`, { headers: asked.headers }));
    expect(await viaRequest.json()).toMatchObject({ method: "GET", url: "/got", authorization: "Bearer key" });
  });

  it("takes no key to another host", async () => {
    const [vendor, thief] = [await echo(), await echo()];
    for (const to of [thief.origin, `http://localhost:${vendor.port}/`, "file:///etc/passwd", "http://["]) {
      const fault = await faultOf(fetchVendor(`${vendor.origin}/307?to=${encodeURIComponent(to)}`, asked));
      expect([fault.code, fault.message]).toEqual([
        "vendor_failed",
        expect.stringContaining(`127.0.0.1:${vendor.port}`),
      ]);
    }
    expect(thief.connections()).toBe(0);
  });

  it("waits for headers only so long, for a body as long as the caller likes", async () => {
    const silent = await serve(serveRaw(() => undefined));
    const patient = createFetchVendor({ headersTimeoutMs: 100 });
    expect((await faultOf(patient(silent.origin))).code).toBe("vendor_failed");
    const slow = await serve(
      serveRaw((socket) => {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
        setTimeout(() => socket.write("late"), 200);
      }),
    );
    expect(await (await patient(slow.origin)).text()).toBe("late");
    const stop = new AbortController();
    const response = await patient(slow.origin, { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(response.text()).rejects.toThrow("enough");
  });
});
