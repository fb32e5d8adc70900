/**
 * `Idempotency-Key`: a POST that is sent again under the same key is done once, and answered as the first time. What
 * went wrong on our side is not kept, so that trying again helps.
 */
import { createHash, type Hash } from "node:crypto";
import { Readable, Transform } from "node:stream";
import { Fault } from "@parley/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../log.ts";
import type { Secrets } from "../../secrets.ts";
import {
  type AnswerStore,
  type AnswerStoreDeps,
  type Asker,
  createAnswerStore,
  LEASE_MS,
  type Question,
} from "./answer-store.ts";
import { teeStream } from "./tee-stream.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** `freely`: a POST that changes nothing, so that no answer of it needs to be kept. */
    repeats?: "freely";
  }
  interface FastifyRequest {
    repeat: Repeat | null;
  }
}

export interface RepeatDeps extends AnswerStoreDeps {
  log: Log;
  /** Null: nobody whose answers could be kept, such as a visitor. */
  askerOf: (request: FastifyRequest) => Asker | null;
}

/** Of one request that carries a key: from its first bytes to its stored answer. */
export interface Repeat {
  key: string;
  body: Hash;
  /** Set while it is ours to answer. */
  running?: Running | undefined;
}

interface Running {
  question: Question;
  runner: string;
  stopRenewing: () => void;
}

const MOST_KEPT = 1024 * 1024;
const keptHeaders = ["content-type", "location", "etag", "content-disposition"];
const SWEEP_EVERY_MS = 3_600_000;

export function repeatRequests(app: FastifyInstance, deps: RepeatDeps): void {
  const store = createAnswerStore(deps);
  app.decorateRequest("repeat", null);
  app.addHook("preParsing", async (request, _reply, payload) => {
    const key = keyOf(request);
    if (key === undefined || !deps.askerOf(request)) return payload;
    request.repeat = { key, body: createHash("sha256") };
    return listenIn(payload, request.repeat.body);
  });
  app.addHook("preHandler", async (request, reply) => {
    const asker = deps.askerOf(request);
    if (request.repeat && asker) return begin({ store, deps }, { request, reply, asker, repeat: request.repeat });
  });
  app.addHook("onSend", async (request, reply, payload: unknown) => {
    const running = request.repeat?.running;
    if (!running) return payload;
    return keep({ store, log: deps.log }, { request, reply, running, payload });
  });
  app.addHook("onResponse", async (request, reply) => {
    // An answer that went past the hook before: it was given, and cannot be given again.
    const running = request.repeat?.running;
    if (!running) return;
    settle(request, running);
    await store.finish(running.question, running.runner, { status: reply.statusCode, headers: {}, body: null });
  });
  const sweep = () =>
    void store.sweep().catch((err: unknown) => deps.log.warn({ err }, "Old answers could not be removed"));
  let endSweeping = () => {};
  app.addHook("onReady", async () => {
    endSweeping = deps.clock.every(SWEEP_EVERY_MS, sweep);
  });
  app.addHook("onClose", async () => endSweeping());
}

/** @throws Fault invalid_request for a key that cannot be one */
function keyOf({ method, raw, headers, routeOptions }: FastifyRequest): string | undefined {
  const key = headers["idempotency-key"];
  if (key === undefined || method !== "POST" || !routeOptions.url?.startsWith("/v1/")) return undefined;
  if (routeOptions.config.repeats === "freely") return undefined;
  // Several of them come here as one, joined.
  const times = raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "idempotency-key").length;
  if (typeof key !== "string" || times > 1 || !/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new Fault("invalid_request", "Idempotency-Key takes one key of 1 to 255 printable ASCII characters.", {
      field: "Idempotency-Key",
    });
  }
  return key;
}

function listenIn(payload: Readable & { receivedEncodedLength?: number }, hash: Hash): Transform {
  const through: Transform & { receivedEncodedLength?: number } = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      through.receivedEncodedLength = (through.receivedEncodedLength ?? 0) + chunk.length;
      done(null, chunk);
    },
  });
  payload.once("error", (error) => through.destroy(error));
  return payload.pipe(through);
}

interface Beginning {
  request: FastifyRequest;
  reply: FastifyReply;
  asker: Asker;
  repeat: Repeat;
}

async function begin(
  { store, deps }: { store: AnswerStore; deps: RepeatDeps },
  { request, reply, asker, repeat }: Beginning,
): Promise<FastifyReply | undefined> {
  const question = { ...asker, key: repeat.key, fingerprint: fingerprintOf(request, repeat.body, deps.secrets) };
  const begun = await store.begin(question);
  if (begun.state === "different") {
    throw new Fault(
      "repeated_differently",
      "This Idempotency-Key was used for another request. Take a new key for each.",
      {
        field: "Idempotency-Key",
      },
    );
  }
  if (begun.state === "running") {
    throw new Fault("still_running", "The same request is still under way. Send it again in a moment for its answer.", {
      retryAfterMs: 1_000,
    });
  }
  if (begun.state === "run") {
    const { runner } = begun;
    const renew = () =>
      void store.renew(question, runner).catch((err: unknown) => deps.log.warn({ err }, "A lease was not renewed"));
    repeat.running = { question, runner, stopRenewing: deps.clock.every(LEASE_MS / 3, renew) };
    return undefined;
  }
  const { status, headers, body } = begun.answer;
  if (body === null) {
    throw new Fault(
      "conflict",
      "This request was done before, and its answer was too large to be kept. It is not done a second time: read the result, or send a new Idempotency-Key.",
    );
  }
  return reply.status(status).headers(headers).header("idempotency-replayed", "true").send(body);
}

/** Of method, address and body; under the server's secret, for a body may hold a password. */
function fingerprintOf(request: FastifyRequest, body: Hash, secrets: Secrets): string {
  const digest = body.update(`\n${request.method} ${request.url}`).digest("base64url");
  return secrets.sign(digest, "idempotency").split(".")[1] ?? "";
}

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
  running: Running;
  payload: unknown;
}

/** Stores the answer before it is sent: who has it, has the one that everybody gets. */
async function keep({ store, log }: { store: AnswerStore; log: Log }, answering: Answering): Promise<unknown> {
  const { request, reply, running, payload } = answering;
  const { question, runner } = running;
  const status = reply.statusCode;
  const release = () =>
    store
      .release(question, runner)
      .catch((err: unknown) => log.warn({ err }, "A failed request keeps its key for a while"));
  const finish = async (body: Buffer | null) => {
    const headers = headersOf(reply);
    settle(request, running);
    // The change is made already: an answer that cannot be kept is still the answer.
    await store
      .finish(question, runner, { status, headers, body })
      .catch((err: unknown) => log.warn({ err }, "An answer could not be kept"));
  };
  if (status >= 500 || status === 429) {
    settle(request, running);
    await release();
    return payload;
  }
  if (payload instanceof Readable) {
    const failed = () => {
      settle(request, running);
      void release();
    };
    // The response ends when it is kept; until then it is ours.
    return teeStream(payload, { most: MOST_KEPT, ended: finish, failed });
  }
  const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === "string" ? payload : "");
  await finish(bytes.length > MOST_KEPT ? null : bytes);
  return payload;
}

function settle(request: FastifyRequest, running: Running): void {
  running.stopRenewing();
  if (request.repeat) request.repeat.running = undefined;
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}
