import openClient from "openapi-fetch";
import type { FetchOptions, FetchResponse, MaybeOptionalInit } from "openapi-fetch";
import { type ParleyProblem, readProblem } from "./problem.ts";
import { readEvents, type StreamEvent } from "./read-events.ts";
import type { paths } from "./schema.ts";
import { type Fetch, send } from "./send.ts";

export interface ClientOptions {
  /** Where the server is, such as `https://chat.example.com`; in a browser empty for the page's own. */
  baseUrl: string;
  /** Without one the browser's session counts. */
  apiKey?: string | undefined;
  /** `org_...`: of which of the person's organizations a session speaks. An API key belongs to one anyway. */
  organization?: string | undefined;
  fetch?: Fetch | undefined;
  /** Called once for every answer that says who asks is not, or no longer, signed in; then it is thrown as usual. */
  onUnauthorized?: ((problem: ParleyProblem) => void) | undefined;
  /** How often reads and POSTs are tried again when the network fails or the server is busy; 2. */
  retries?: number | undefined;
}

type Method = "get" | "post" | "put" | "patch" | "delete";
type Media = `${string}/${string}`;
export type PathsFor<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, M extends Method> = Extract<paths[P][M], { responses: unknown }>;

/** What a call answers: `AnswerOf<"get", "/v1/agents/{id}">`. */
export type AnswerOf<M extends Method, P extends PathsFor<M>> = NonNullable<
  FetchResponse<Operation<P, M>, object, Media>["data"]
>;
/** What a call takes as its body: `BodyOf<"post", "/v1/agents">`. */
export type BodyOf<M extends Method, P extends PathsFor<M>> = NonNullable<
  FetchOptions<Operation<P, M>> extends { body?: infer B } ? B : never
>;
/** What one item of a list is: `ItemOf<"/v1/agents">`. */
export type ItemOf<P extends PathsFor<"get">> = AnswerOf<"get", P> extends { data: (infer Item)[] } ? Item : never;

type InitOf<M extends Method, P extends PathsFor<M>> = MaybeOptionalInit<paths[P], M>;
type Arguments<Init> = undefined extends Init ? [init?: Init] : [init: Init];
type Call<M extends Method> = <P extends PathsFor<M>>(
  path: P,
  ...init: Arguments<InitOf<M, P>>
) => Promise<AnswerOf<M, P>>;
type Lists = {
  [P in PathsFor<"get">]: AnswerOf<"get", P> extends { data: unknown[]; next: string | null } ? P : never;
}[PathsFor<"get">];

export interface Client {
  /** Each answers with the body, and throws a `ParleyProblem` for everything else. */
  get: Call<"get">;
  /** Done once, however often it is sent: every POST carries an Idempotency-Key; give your own in `headers` to choose it. */
  post: Call<"post">;
  put: Call<"put">;
  patch: Call<"patch">;
  delete: Call<"delete">;
  /** Every item of a list, page by page as they are needed. */
  all<P extends Lists>(path: P, ...init: Arguments<InitOf<"get", P>>): AsyncGenerator<ItemOf<P>, void, undefined>;
  /** The events of a POST that streams. */
  stream<P extends PathsFor<"post">>(
    path: P,
    ...init: Arguments<InitOf<"post", P>>
  ): AsyncGenerator<StreamEvent, void, undefined>;
}

/** Headers for a change that must not overwrite somebody else's: `revision` is what you have seen. */
export function ifMatch(revision: number): { "if-match": string } {
  return { "if-match": `"${revision}"` };
}

type Raw = { data?: unknown; response: Response };
type RawInit = Record<string, unknown> & { params?: { query?: Record<string, unknown> } };

export function createClient(options: ClientOptions): Client {
  const { apiKey, organization } = options;
  const inner = openClient<Record<string, Record<Method, object>>>({
    baseUrl: options.baseUrl,
    headers: {
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      ...(organization === undefined ? {} : { "parley-organization": organization }),
    },
    fetch: (request) => deliver(request, options),
  });
  const ask = async (method: Method, path: string, init: RawInit = {}): Promise<unknown> => {
    const { data }: Raw = await inner.request(method, path, init);
    return data;
  };
  const call = (method: Method) => (path: string, init?: RawInit) => ask(method, path, init);

  async function* all(path: string, init: RawInit = {}): AsyncGenerator<unknown, void, undefined> {
    let cursor: string | null = null;
    do {
      const query: Record<string, unknown> = { ...init.params?.query, ...(cursor === null ? {} : { cursor }) };
      const page = readPage(await ask("get", path, { ...init, params: { ...init.params, query } }));
      yield* page.data;
      cursor = page.next;
    } while (cursor !== null);
  }

  async function* stream(path: string, init: RawInit = {}): AsyncGenerator<StreamEvent, void, undefined> {
    const headers = { ...Object(init["headers"]), accept: "text/event-stream" };
    const body = await ask("post", path, { ...init, headers, parseAs: "stream" });
    if (body instanceof ReadableStream) yield* readEvents(body);
  }

  // The paths and their types are known to the generated schema alone; here they are texts.
  return {
    get: call("get"),
    post: call("post"),
    put: call("put"),
    patch: call("patch"),
    delete: call("delete"),
    all,
    stream,
  } as Client;
}

async function deliver(request: Request, { fetch, onUnauthorized, retries = 2 }: ClientOptions): Promise<Response> {
  if (request.method === "POST" && !request.headers.has("idempotency-key"))
    request.headers.set("idempotency-key", newKey());
  const response = await send(request, { fetch: fetch ?? ((asked) => globalThis.fetch(asked)), retries });
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.status === 401 && problem.code !== "wrong_credentials" && problem.code !== "second_factor_needed")
    onUnauthorized?.(problem);
  throw problem;
}

function readPage(answer: unknown): { data: unknown[]; next: string | null } {
  const { data, next }: Record<string, unknown> = { ...Object(answer) };
  return { data: Array.isArray(data) ? data : [], next: typeof next === "string" ? next : null };
}

/** Browsers have no randomUUID where the page came by plain http. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
