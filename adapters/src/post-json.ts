import { APICallError } from "@ai-sdk/provider";
import { toFault } from "./ai-sdk/to-fault.ts";

export interface JsonRequest {
  /** Of the model, for what is said when it fails. */
  id: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  fetch: typeof globalThis.fetch;
  signal: AbortSignal;
}

/** A vendor's answer as JSON, read by `read`; anything wrong with it is `Fault("vendor_failed")`. Throws the signal's reason. */
export async function postJson<T>(request: JsonRequest, read: (body: unknown) => T | undefined): Promise<T> {
  const { id, url, headers, body, fetch, signal } = request;
  const failed = (more: { statusCode?: number; responseBody?: string; cause?: unknown; headers?: Headers }) => {
    const { headers: heard, ...rest } = more;
    return toFault(
      new APICallError({
        message: "The vendor did not answer as it should.",
        url,
        requestBodyValues: {},
        ...rest,
        ...(heard === undefined ? {} : { responseHeaders: Object.fromEntries(heard) }),
      }),
      id,
    );
  };
  signal.throwIfAborted();
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal,
    });
    const text = await response.text();
    if (!response.ok) throw failed({ statusCode: response.status, responseBody: text, headers: response.headers });
    const found = read(JSON.parse(text));
    if (found === undefined) throw failed({ responseBody: text });
    return found;
  } catch (error) {
    signal.throwIfAborted();
    throw toFault(error, id);
  }
}
