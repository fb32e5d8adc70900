/** A site of many small pages, each with something of its own to say, that counts who asked for what. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ManyPages {
  url: string;
  /** Requests per path. */
  hits: Map<string, number>;
  close(): Promise<void>;
}

export async function serveManyPages({ pages, delayMs }: { pages: number; delayMs: number }): Promise<ManyPages> {
  const hits = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname;
    hits.set(path, (hits.get(path) ?? 0) + 1);
    const number = path === "/" ? 1 : Number(/^\/page-(\d+)$/.exec(path)?.[1] ?? 0);
    setTimeout(() => {
      const found = number >= 1 && number <= pages && path !== "/page-1";
      response.writeHead(found ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
      response.end(found ? page(number, pages) : "<h1>Not found</h1>");
    }, delayMs);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port }: AddressInfo = Object(server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    hits,
    close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
  };
}

function page(number: number, pages: number): string {
  const links = Array.from({ length: 3 }, (_, index) => number * 3 - 1 + index).filter(
    (next) => next > 1 && next <= pages,
  );
  return `<!doctype html><html lang="en"><head><title>Page ${number} of the almanac</title></head><body><main>
    <h1>Page ${number} of the almanac</h1>
    <p>On page ${number} you read about harvest ${number * 17}: the farmers of valley ${number} brought in ${number * 31} baskets
    of apples, which were counted twice and stored in barn ${number + 400} until the market in the spring.</p>
    ${links.map((next) => `<a href="/page-${next}">Page ${next}</a>`).join(" ")}
  </main></body></html>`;
}
