/** A vendor on this machine, for tests: answers as its handler says, and fails as the test says. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";

export interface JsonRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  /** Fields of a form; empty for anything else. */
  form: URLSearchParams;
}

export interface JsonAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is where it is bytes or a text with a content type, else as JSON. */
  body: unknown;
}

export interface InjectedFault {
  path: RegExp;
  /** `hang` never answers, `cut` breaks the connection. */
  how: number | "hang" | "cut";
  headers?: Record<string, string>;
  body?: unknown;
  times: number;
}

export interface JsonServer {
  url: string;
  requests: JsonRequest[];
  faults: InjectedFault[];
  close(): Promise<void>;
}

export async function serveJson(handle: (request: JsonRequest) => JsonAnswer): Promise<JsonServer> {
  const requests: JsonRequest[] = [];
  const faults: InjectedFault[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const { method = "GET", headers } = incoming;
    const isForm = headers["content-type"]?.includes("urlencoded") === true;
    const form = new URLSearchParams(isForm ? Buffer.concat(chunks).toString() : "");
    const request = { method, url: new URL(incoming.url ?? "/", "http://vendor"), headers, form };
    requests.push(request);
    const fault = faults.find(({ path, times }) => times > 0 && path.test(request.url.pathname));
    if (fault) return fail(fault, response);
    send(handle(request), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    requests,
    faults,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function fail(fault: InjectedFault, response: ServerResponse): void {
  fault.times -= 1;
  if (fault.how === "cut") return void response.destroy();
  if (fault.how === "hang") return;
  const { how: status, headers = {}, body = { error: { message: "secret words of the vendor" } } } = fault;
  send({ status, headers, body }, response);
}

function send({ status = 200, headers = {}, body }: JsonAnswer, response: ServerResponse): void {
  const isRaw = body instanceof Uint8Array || (typeof body === "string" && "content-type" in headers);
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(isRaw ? body : JSON.stringify(body));
}
