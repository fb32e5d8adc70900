import type { Socket } from "node:net";
import { Fault, newId } from "@parley/contracts";
import Fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import { answerErrors } from "./answer-errors.ts";
import { describeApi } from "./describe-api.ts";
import { fastifyLog } from "./fastify-log.ts";
import { listen, type Listening } from "./listen.ts";
import { noCompilers } from "./no-compilers.ts";
import { STRICT_TRANSPORT } from "./page-policy.ts";
import { readProxies } from "./read-proxies.ts";
import { answerRevisions } from "./revisions.ts";
import { usualHeaders } from "./usual-headers.ts";
import { statusRoutes, type Check, type ServerState } from "./status-routes.ts";

export interface HttpServerDeps {
  log: Log;
  metrics: Metrics;
  clock: Clock;
  /** Addresses and networks of proxies whose `X-Forwarded-*` is believed. Empty: nobody's. */
  trustedProxies: readonly string[];
  /** The largest body of a request, unless its route says otherwise. */
  bodyLimitBytes: number;
  /** What must answer true before /readyz says so, by name. */
  checks?: Record<string, Check>;
  /** How long requests under way may still take after `close`. */
  drainMs?: number;
  /** More connections at a time than this are refused. */
  maxConnections?: number;
  version: string;
}

export interface HttpServer {
  /** Routes are added to it directly, before `listen`. */
  app: FastifyInstance;
  /** Faults: conflict (the port is taken), forbidden (it needs rights), invalid_request (no such host here). */
  listen(at: { host: string; port: number }): Promise<Listening>;
  /** Everything has started: from now on /readyz asks the checks. */
  ready(): void;
  /** Stops taking connections, lets requests under way end, cuts off what is left after `drainMs`. */
  close(): Promise<void>;
}

const DRAIN_MS = 10_000;
/** Ids of others' own making: 500 signs, each of which may be written as nine. */
const LONGEST_PARAM = 4_500;
const MAX_CONNECTIONS = 20_000;
/** Slow clients: a whole head within 15 s, a whole request within two minutes. */
const HEADERS_WITHIN_MS = 15_000;
const REQUEST_WITHIN_MS = 120_000;
const LOOK_FOR_SLOW_EVERY_MS = 5_000;
/** Longer than the usual minute of proxies in front, so that none sends into a closing connection. */
const KEEP_ALIVE_MS = 75_000;

/** Fastify with everything that holds for every route. */
export async function createHttpServer(deps: HttpServerDeps): Promise<HttpServer> {
  const state: ServerState = { phase: "starting" };
  const errors = answerErrors(deps.log);
  const app: FastifyInstance = Fastify({
    loggerInstance: fastifyLog(deps.log),
    genReqId: () => newId("request", deps.clock.now()),
    requestIdHeader: false,
    trustProxy: readProxies(deps.trustedProxies),
    bodyLimit: deps.bodyLimitBytes,
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: LOOK_FOR_SLOW_EVERY_MS },
    forceCloseConnections: "idle",
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PARAM },
    schemaController: noCompilers,
    frameworkErrors: errors.onFrameworkError,
    clientErrorHandler: errors.onClientError,
  });
  app.server.maxConnections = deps.maxConnections ?? MAX_CONNECTIONS;
  const sockets = trackSockets(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser("text/plain");
  errors.register(app);
  onEveryRequest(app, state);
  measure(app, deps.metrics);
  answerRevisions(app);
  describeApi(app, deps.version);
  statusRoutes(app, { state, checks: deps.checks ?? {}, metrics: deps.metrics, clock: deps.clock });

  return {
    app,
    listen: (at) => listen(app, at),
    ready() {
      if (state.phase === "starting") state.phase = "ready";
    },
    async close() {
      state.phase = "stopping";
      const drained = new AbortController();
      const closing = app.close().then(() => drained.abort());
      await Promise.race([closing, deps.clock.sleep(deps.drainMs ?? DRAIN_MS, drained.signal)]);
      for (const socket of sockets) socket.destroy();
      await closing;
    },
  };
}

function trackSockets(app: FastifyInstance): Set<Socket> {
  const sockets = new Set<Socket>();
  app.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return sockets;
}

function onEveryRequest(app: FastifyInstance, state: ServerState): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(usualHeaders).header("x-request-id", request.id);
    if (request.protocol === "https") reply.header("strict-transport-security", STRICT_TRANSPORT);
    if (state.phase !== "stopping" || request.routeOptions.config.status === true) return done();
    reply.header("connection", "close");
    done(new Fault("unavailable", "This server is stopping. Try again in a moment.", { retryAfterMs: 2_000 }));
  });
}

function measure(app: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram("http_seconds", "Time from a request's head to the end of its answer", {
    labels: ["method", "route", "status"],
  });
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "none";
    seconds.observe(reply.elapsedTime / 1_000, { method: request.method, route, status: reply.statusCode });
    done();
  });
}
