/** A vendor of models on this machine, in OpenAI's wire format: what it does is set from the test. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createScriptEmbedding } from "@parley/adapters";

export interface TestVendor {
  /** As a member types it. */
  url: string;
  /** The one key that it accepts. */
  key: string;
  /** What is wrong just now; null for nothing. */
  fault: { status: number; body: unknown } | null;
  /** Keys that came, in order. */
  seen: string[];
  /** How many texts it made vectors of. */
  embedded: number;
  /** What it answers. */
  says: string;
  close(): Promise<void>;
}

export async function serveTestVendor(): Promise<TestVendor> {
  const vendor = { url: "", key: "sk-test-right-key-1234", fault: null, seen: [], embedded: 0, says: "" } as Omit<
    TestVendor,
    "close"
  >;
  const server = createServer((request, response) => void answer(vendor, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  vendor.url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/v1`;
  return Object.assign(vendor, {
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

async function answer(vendor: Omit<TestVendor, "close">, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const key = String(request.headers.authorization ?? "").replace("Bearer ", "");
  vendor.seen.push(key);
  const refuse = (status: number, body: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  if (key !== vendor.key)
    return refuse(401, { error: { message: `Incorrect API key: ${key}`, code: "invalid_api_key" } });
  if (vendor.fault !== null) return refuse(vendor.fault.status, vendor.fault.body);
  if (request.url?.endsWith("/models") === true)
    return refuse(200, { data: [{ id: "text-embedding-3" }, { id: "small-chat" }, { id: "large-chat" }] });
  if (request.url?.endsWith("/embeddings") === true)
    return embed(vendor, Buffer.concat(chunks).toString("utf8"), refuse);
  const asked: { model?: string; messages?: { content: unknown }[] } = JSON.parse(
    Buffer.concat(chunks).toString("utf8"),
  );
  if (!["small-chat", "large-chat"].includes(asked.model ?? ""))
    return refuse(404, { error: { message: "no such model", code: "model_not_found" } });
  const text = vendor.says === "" ? "Yes." : vendor.says;
  const chunk = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: asked.model, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(chunk({ role: "assistant", content: "" }, null));
  response.write(chunk({ content: text }, null));
  response.end(`${chunk({}, "stop")}data: [DONE]\n\n`);
}

async function embed(
  vendor: Omit<TestVendor, "close">,
  body: string,
  answerWith: (status: number, body: unknown) => void,
): Promise<void> {
  const { model, input }: { model: string; input: string[] } = JSON.parse(body);
  if (!model.startsWith("text-embedding"))
    return answerWith(404, { error: { message: "no such model", code: "model_not_found" } });
  vendor.embedded += input.length;
  const made = createScriptEmbedding({ name: "words" });
  const { vectors } = await made.embed(input, { kind: "passage", signal: AbortSignal.timeout(5_000) });
  const data = vectors.map((vector, index) => ({ index, embedding: [...vector] }));
  answerWith(200, { data, usage: { prompt_tokens: input.length * 10 } });
}
