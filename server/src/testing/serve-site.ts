import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** The small site of our own: a bicycle workshop. */
export const ownSite = join(import.meta.dirname, "site");
/** The host that its canonicals and its sitemap name. */
export const ownSiteHost = "kettleandchain.example";

export interface SiteOptions {
  /** 0 for any that is free. */
  port?: number;
  /** Where the site begins, such as `/docs/`. */
  prefix?: string;
  /** Hosts whose every mention becomes this server: a staging copy. */
  aliases?: readonly string[];
  /** Put into every page before `</body>`, such as a widget's snippet. */
  snippet?: string;
  /** Answers instead of a file, by path. Checked at each request, so that a test may change it. */
  routes?: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
}

export interface ServedSite {
  /** Without a last slash. */
  origin: string;
  /** The start page. */
  url: string;
  /** Paths that were answered with content or 304, with how often. */
  hits: Map<string, number>;
  /** Every address that was asked for, with its query, and how often. */
  addresses: Map<string, number>;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
};

/** Serves a folder on loopback as a web server would: index pages, redirects to folders, ETag and Last-Modified. */
export async function serveSite(dir: string, options: SiteOptions = {}): Promise<ServedSite> {
  const { prefix = "/", routes } = options;
  const hits = new Map<string, number>();
  const addresses = new Map<string, number>();
  let origin = "";
  const server = createServer((request, response) => {
    const asked = request.url ?? "/";
    addresses.set(asked, (addresses.get(asked) ?? 0) + 1);
    const { pathname } = new URL(asked, "http://localhost");
    const route = routes?.get(pathname);
    if (route) {
      hits.set(pathname, (hits.get(pathname) ?? 0) + 1);
      return route(request, response);
    }
    void answer(request, response, { dir, prefix, pathname: decodeURI(pathname), origin, hits, options });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    origin,
    url: origin + prefix,
    hits,
    addresses,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Asked {
  dir: string;
  prefix: string;
  pathname: string;
  origin: string;
  hits: Map<string, number>;
  options: SiteOptions;
}

async function answer(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
  const { prefix, pathname, hits } = asked;
  const found = pathname.startsWith(prefix) ? await findFile(asked.dir, pathname.slice(prefix.length)) : undefined;
  if (!found) return send(response, 404, await notFound(asked));
  if (found.isFolder && !pathname.endsWith("/")) {
    response.writeHead(301, { location: `${pathname}/` });
    return void response.end();
  }
  hits.set(pathname, (hits.get(pathname) ?? 0) + 1);
  const type = types[extname(found.path)] ?? "application/octet-stream";
  const body = staged(await readFile(found.path), { ...asked, path: found.path });
  const etag = `"${createHash("sha1").update(body).digest("hex").slice(0, 16)}"`;
  const headers = { "content-type": type, etag, "last-modified": found.modified.toUTCString() };
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, headers);
    return void response.end();
  }
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

async function findFile(
  dir: string,
  name: string,
): Promise<{ path: string; isFolder: boolean; modified: Date } | undefined> {
  const path = normalize(join(dir, name));
  if (path !== normalize(dir) && !path.startsWith(normalize(dir).replace(/[/\\]?$/, sep))) return undefined;
  const seen = await stat(path).catch(() => undefined);
  if (seen?.isFile()) return { path, isFolder: false, modified: seen.mtime };
  const index = seen?.isDirectory() ? await stat(join(path, "index.html")).catch(() => undefined) : undefined;
  return index ? { path: join(path, "index.html"), isFolder: true, modified: index.mtime } : undefined;
}

async function notFound({ dir }: Asked): Promise<Buffer> {
  return readFile(join(dir, "404.html")).catch(() => Buffer.from("<h1>404</h1>"));
}

function send(response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  response.end(body);
}

/** The file as this copy serves it. */
function staged(body: Buffer, { path, origin, options }: Asked & { path: string }): Buffer {
  if (!/\.(html?|xml|txt)$/.test(path)) return body;
  let text = body.toString("latin1");
  for (const alias of options.aliases ?? []) {
    const host = alias.replace(/[.]/g, "\\.");
    text = text.replace(new RegExp(`https?://${host}(?=[/"'<\\s?#]|$)`, "g"), origin);
    if (/\.(xml|txt)$/.test(path)) text = text.replace(new RegExp(`(?<![\\w./-])${host}(?=/)`, "g"), origin);
    else text = text.replace(new RegExp(`((?:href|content)=["'])${host}(?=/)`, "g"), `$1${origin}`);
  }
  if (options.snippet !== undefined && path.endsWith(".html")) {
    text = text.replace(/<\/body>/i, () => `${Buffer.from(options.snippet ?? "").toString("latin1")}</body>`);
  }
  return Buffer.from(text, "latin1");
}
