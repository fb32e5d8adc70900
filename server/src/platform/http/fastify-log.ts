import type { FastifyBaseLogger } from "fastify";
import type { Log } from "../log.ts";

/** Fastify's own complaints in our log: which error, never its words. What it merely tells is dropped. */
export function fastifyLog(log: Log): FastifyBaseLogger {
  const nothing = () => undefined;
  const logger: FastifyBaseLogger = {
    level: "warn",
    fatal: (first: unknown) => log.fatal({ err: errorIn(first) }, "The HTTP server failed"),
    error: (first: unknown) => log.error({ err: errorIn(first) }, "The HTTP server met an error"),
    warn: (first: unknown) => log.warn({ err: errorIn(first) }, "The HTTP server warns"),
    info: nothing,
    debug: nothing,
    trace: nothing,
    silent: nothing,
    child: () => logger,
  };
  return logger;
}

function errorIn(first: unknown): unknown {
  if (first instanceof Error) return first;
  return typeof first === "object" && first !== null && "err" in first ? first.err : undefined;
}
