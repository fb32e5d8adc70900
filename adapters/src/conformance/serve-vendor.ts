import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { LanguageModel } from "@parley/contracts";
import type { LanguageModelCases } from "./language-model.ts";

export interface VendorRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** How a vendor writes its stream: server-sent events, each a name (or none) and JSON. */
export interface VendorWire {
  opening: readonly unknown[];
  delta: (text: string) => unknown;
  closing: readonly unknown[];
  /** Written last, as it stands. */
  end?: string;
  error: (words: string) => unknown;
}

export interface VendorServer {
  url: string;
  requests: VendorRequest[];
  cases: Omit<LanguageModelCases, "countsTokens" | "refusing"> & {
    refusing: NonNullable<LanguageModelCases["refusing"]>;
  };
  close: () => Promise<void>;
}

/** A local server that speaks a vendor's wire, for its conformance test. */
export async function serveVendor(wire: VendorWire, open: (url: string) => LanguageModel): Promise<VendorServer> {
  const requests: VendorRequest[] = [];
  let act: (response: ServerResponse) => void = (response) => response.end();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8") || "null");
      requests.push({ method: incoming.method ?? "", path: incoming.url ?? "", headers: incoming.headers, body });
      act(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const opening = (next: typeof act) => {
    act = next;
    return Promise.resolve(open(url));
  };
  return {
    url,
    requests,
    cases: {
      answering: (deltas) => opening((response) => writeWhole(response, wire, deltas)),
      hanging: (delta) => opening((response) => writeStart(response, wire, [delta])),
      breakingOff: (delta) =>
        opening((response) => {
          writeStart(response, wire, [delta]);
          setImmediate(() => response.destroy());
        }),
      refusing: (status, words, retryAfter = 0) =>
        opening((response) => {
          response.writeHead(status, { "content-type": "application/json", "retry-after": String(retryAfter) });
          response.end(JSON.stringify(wire.error(words)));
        }),
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function writeStart(response: ServerResponse, wire: VendorWire, deltas: readonly string[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const event of wire.opening) response.write(line(event));
  for (const delta of deltas) response.write(line(wire.delta(delta)));
}

function writeWhole(response: ServerResponse, wire: VendorWire, deltas: readonly string[]): void {
  writeStart(response, wire, deltas);
  for (const event of wire.closing) response.write(line(event));
  response.end(wire.end ?? "");
}

/** Named events where the vendor names them: by the `type` in the JSON. */
function line(event: unknown): string {
  const named = typeof event === "object" && event !== null && "type" in event ? `event: ${String(event.type)}\n` : "";
  return `${named}data: ${JSON.stringify(event)}\n\n`;
}
