import { afterEach, expect, it } from "vitest";
import { createFetchChecked } from "./fetch-checked.ts";
import { serveHttp, type TestServer } from "./servers.testing.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

it("gives on what is sent, and ends what goes on for ever", async () => {
  const piece = Buffer.alloc(1024 * 1024);
  server = await serveHttp((request, response) => {
    if (request.url === "/short") return void response.end("Said.");
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    more();
  });
  const fetch = createFetchChecked({ allow: [`127.0.0.1:${server.port}`] });
  expect(await (await fetch(`${server.origin}/short`)).text()).toBe("Said.");
  const endless = await fetch(`${server.origin}/endless`);
  await expect(endless.arrayBuffer()).rejects.toMatchObject({ code: "vendor_failed" });
});
