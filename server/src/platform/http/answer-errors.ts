import { Fault, newId } from "@parley/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Socket } from "node:net";
import type { Log } from "../log.ts";
import { faultOf, problemOf } from "./problem-of.ts";
import { usualHeaders } from "./usual-headers.ts";

/** Every failure becomes problem+json, in one place. What nobody expected is logged once, and told without detail. */
export function answerErrors(log: Log) {
  function answer(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const fault = faultOf(error);
    const known = fault ?? new Fault("internal", `Something went wrong on our side. The reference is ${request.id}.`);
    const fields = { requestId: request.id, method: request.method, route: request.routeOptions.url };
    if (!fault) log.error({ ...fields, err: error }, "A request failed unexpectedly");
    else if (known.status >= 500) log.warn({ ...fields, err: error }, "A request could not be served");
    if (known.retryAfterMs !== undefined)
      reply.header("retry-after", Math.max(1, Math.ceil(known.retryAfterMs / 1_000)));
    return send(reply, known, request.id);
  }

  return {
    register(app: FastifyInstance): void {
      const methodsAt = rememberRoutes(app);
      app.setErrorHandler(answer);
      app.setNotFoundHandler((request, reply) => {
        const methods = methodsAt(request.url.split("?")[0] ?? "/");
        if (methods.length === 0)
          return answer(new Fault("not_found", "There is nothing at this address."), request, reply);
        reply.header("allow", methods.join(", "));
        return answer(
          new Fault("method_not_allowed", `This address takes ${methods.join(", ")} only.`),
          request,
          reply,
        );
      });
    },
    /** Before any hook: a path that cannot be read. */
    onFrameworkError: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      answer(error, request, reply.headers(usualHeaders)),
    onClientError,
  };
}

function send(reply: FastifyReply, fault: Fault, requestId: string): FastifyReply {
  // Past the schema's serializer: it knows the route's own answers only.
  return reply
    .status(fault.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("x-request-id", requestId)
    .header("cache-control", "no-store")
    .serializer(JSON.stringify)
    .send(problemOf(fault, requestId));
}

/** Which methods a path takes: Fastify itself only says that it does not take the one that was asked for. */
function rememberRoutes(app: FastifyInstance): (path: string) => string[] {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  app.addHook("onRoute", ({ url, method }) => {
    // A catch-all says nothing about what is there.
    if (url === "/*" || url === "*") return;
    const source = url.split("/").map(escapePart).join("/");
    routes.push({ pattern: new RegExp(`^${source}/?$`), methods: Array.isArray(method) ? method : [method] });
  });
  return (path) =>
    [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].toSorted();
}

function escapePart(part: string): string {
  if (part.startsWith(":")) return "[^/]+";
  return part
    .split("*")
    .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
}

const clientErrors: Record<string, [line: string, fault: Fault]> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    new Fault("too_large", "The headers of the request are too large."),
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", new Fault("timed_out", "The request came too slowly.")],
};

/** Bytes that are not HTTP: there is no request to answer, only a socket. */
function onClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const usual = ["400 Bad Request", new Fault("invalid_request", "The request is not valid HTTP.")] as const;
  const [line, fault] = clientErrors[error.code ?? ""] ?? usual;
  const body = JSON.stringify({ ...problemOf(fault, newId("request")), status: Number(line.slice(0, 3)) });
  const head = [
    `HTTP/1.1 ${line}`,
    "content-type: application/problem+json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end([...head, "x-content-type-options: nosniff", "connection: close", "", body].join("\r\n"));
}
