/** A browser's part in signing in, for tests: it keeps cookies and says where its requests come from. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";

export interface TestBrowser {
  cookies: Map<string, string>;
  send(options: InjectOptions): Promise<LightMyRequestResponse>;
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  post(url: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  put(url: string, body: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  patch(url: string, body: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  delete(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
}

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

export function createBrowser(app: FastifyInstance, organization?: string): TestBrowser {
  const cookies = new Map<string, string>();
  async function send(options: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await app.inject({
      remoteAddress: "127.0.0.1",
      ...options,
      headers: {
        host: "localhost:3000",
        "user-agent": FIREFOX,
        "sec-fetch-site": "same-origin",
        ...(cookie === "" ? {} : { cookie }),
        ...(organization === undefined ? {} : { "parley-organization": organization }),
        ...options.headers,
      },
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0 || value === "") cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    }
    return response;
  }
  return {
    cookies,
    send,
    get: (url, headers = {}) => send({ method: "GET", url, headers }),
    post: (url, body, headers = {}) => send({ method: "POST", url, headers, ...(body ? { payload: body } : {}) }),
    put: (url, body, headers = {}) => send({ method: "PUT", url, headers, payload: body }),
    patch: (url, body, headers = {}) => send({ method: "PATCH", url, headers, payload: body }),
    delete: (url, headers = {}) => send({ method: "DELETE", url, headers }),
  };
}
