import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname } from "node:path";

/** The same port each time, so that the demo's agent is the same one; another if it is taken. */
const USUAL_PORT = 4_780;

const folder = new URL("../demo-site/", import.meta.url);

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Serves the bundled example site on loopback. */
export async function serveDemoSite(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://demo").pathname;
    const name = path === "/" ? "index.html" : path.slice(1);
    const type = types[extname(name)];
    const body =
      type && /^[a-z-]+\.[a-z]+$/.test(name) ? await readFile(new URL(name, folder)).catch(() => null) : null;
    if (body === null || type === undefined)
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
    else response.writeHead(200, { "content-type": type }).end(body);
  });
  const port = await listen(server, USUAL_PORT).catch(() => listen(server, 0));
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}
