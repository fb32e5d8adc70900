import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { type EmbeddingModel, Fault } from "@parley/contracts";
import { expect, it } from "vitest";

/** How a vendor writes vectors and refusals. */
export interface EmbeddingWire {
  answer: (vectors: readonly (readonly number[])[]) => unknown;
  error: (words: string) => unknown;
  /** Vendors that count what they read say 11 here. */
  countsTokens: boolean;
}

export interface EmbeddingRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface EmbeddingServer {
  requests: EmbeddingRequest[];
  open: (act: (response: ServerResponse) => void) => EmbeddingModel;
  close: () => Promise<void>;
}

/** A local server that speaks a vendor's wire. */
export async function serveEmbeddings(make: (url: string) => EmbeddingModel): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = [];
  let act: (response: ServerResponse) => void = (response) => response.end();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8") || "null");
      requests.push({ path: incoming.url ?? "", headers: incoming.headers, body });
      act(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    requests,
    open(next) {
      act = next;
      return make(url);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const texts = ["When do you open?", "Ünïcödé 日本 🙂"];
const vectors = [
  [0.5, -0.25, 0],
  [-1, 0.125, 0.75],
];

/** What every embedding model owes the port. To be called inside a `describe`. */
export function embeddingModelConformance(server: () => EmbeddingServer, wire: EmbeddingWire): void {
  const answering = (body: unknown) =>
    server().open((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  const options = { kind: "passage", signal: AbortSignal.timeout(5_000) } as const;
  const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
    const outcome = await work.then(
      () => null,
      (error: unknown) => error,
    );
    if (outcome instanceof Fault) return outcome;
    throw new Error(`A Fault was expected, not ${String(outcome)}.`);
  };

  it("gives a vector a text, in order, and what was read", async () => {
    const embedded = await answering(wire.answer(vectors)).embed(texts, options);
    expect(embedded.vectors.map((vector) => [...vector])).toEqual(vectors);
    expect(embedded.tokens).toBe(wire.countsTokens ? 11 : 8);
  });

  it("names itself by vendor and name, and how many it takes at once", () => {
    const model = answering({});
    expect(model.id).toMatch(/^[a-z]+\/.+/u);
    expect(model.atOnce).toBeGreaterThan(0);
  });

  it.each([
    ["too few vectors", wire.answer(vectors.slice(1))],
    ["vectors of several lengths", wire.answer([[1], [1, 2]])],
    ["nothing", {}],
    ["numbers that are none", wire.answer([[Number.NaN], [1]])],
  ])("takes %s for a failure", async (_what, body) => {
    expect((await faultOf(answering(body).embed(texts, options))).code).toBe("vendor_failed");
  });

  it.each([400, 401, 404, 429, 500, 503])("tells a refusal (%i) without the vendor's words", async (status) => {
    const model = server().open((response) => {
      response.writeHead(status, { "content-type": "application/json", "retry-after": "7" });
      response.end(JSON.stringify(wire.error("secret words of the vendor")));
    });
    const fault = await faultOf(model.embed(texts, options));
    expect(fault.code).toBe("vendor_failed");
    expect(fault.message).not.toContain("secret words");
    expect(fault.cause).toBeDefined();
    if (status === 429) expect(fault.retryAfterMs).toBe(7_000);
  });

  it("says that the vendor failed when the connection breaks off", async () => {
    const model = server().open((response) => void response.destroy());
    expect((await faultOf(model.embed(texts, options))).code).toBe("vendor_failed");
  });

  it("stops at once when it is told to", async () => {
    const model = server().open(() => {});
    const stop = new AbortController();
    const work = model.embed(texts, { kind: "query", signal: stop.signal });
    stop.abort(new Error("told to stop"));
    await expect(work).rejects.toThrow("told to stop");
    await expect(model.embed(texts, { kind: "query", signal: stop.signal })).rejects.toThrow("told to stop");
  });
}
