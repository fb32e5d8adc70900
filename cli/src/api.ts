import { Fault, type FaultCode, faultCatalogue, problem } from "@parley/contracts";
import type { z } from "zod";

/** Parley's own HTTP API, as its admin. */
export interface Api {
  readonly url: string;
  get<T extends z.ZodType>(path: string, shape: T, signal?: AbortSignal): Promise<z.infer<T>>;
  post<T extends z.ZodType>(path: string, body: unknown, shape: T): Promise<z.infer<T>>;
  put<T extends z.ZodType>(path: string, body: unknown, shape: T): Promise<z.infer<T>>;
  remove(path: string): Promise<void>;
  /** The answer as it comes, for what is large. */
  stream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}

interface Request {
  method: string;
  path: string;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** @throws Fault with the server's own code and sentence. */
export function createApi(url: string, token: string): Api {
  const send = async ({ method, path, body, signal }: Request): Promise<Response> => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (body !== undefined) headers["content-type"] = "application/json";
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    if (signal) init.signal = signal;
    const response = await fetch(`${url}${path}`, init).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new Fault("unavailable", `Parley at ${url} does not answer.`, { cause: error });
    });
    if (!response.ok) throw await faultOf(response);
    return response;
  };
  return {
    url,
    get: async (path, shape, signal) => shape.parse(await (await send({ method: "GET", path, signal })).json()),
    post: async (path, body, shape) => shape.parse(await (await send({ method: "POST", path, body })).json()),
    put: async (path, body, shape) => shape.parse(await (await send({ method: "PUT", path, body })).json()),
    remove: async (path) => void (await send({ method: "DELETE", path })),
    stream: async (path, signal) => {
      const { body } = await send({ method: "POST", path, signal });
      if (!body) throw new Fault("internal", "Parley's answer was empty.");
      return body;
    },
  };
}

async function faultOf(response: Response): Promise<Fault> {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return new Fault("internal", `Parley answered with status ${response.status}.`);
  const { code, detail } = parsed.data;
  return new Fault(isFaultCode(code) ? code : "internal", detail);
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(faultCatalogue, code);
}
