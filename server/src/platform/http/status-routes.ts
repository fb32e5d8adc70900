import type { FastifyInstance } from "fastify";
import type { Clock } from "../clock.ts";
import type { Metrics } from "../metrics.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Tells how the server is, and so answers also while it stops. */
    status?: true;
  }
}

/** Whether something that requests need works now. A rejection is a no. */
export type Check = () => Promise<boolean>;

export interface ServerState {
  phase: "starting" | "ready" | "stopping";
}

interface StatusDeps {
  state: ServerState;
  checks: Record<string, Check>;
  metrics: Metrics;
  clock: Clock;
}

const CHECK_WITHIN_MS = 2_000;

/** /healthz: the process lives. /readyz: it can serve. /metrics, and /openapi.json. */
export function statusRoutes(app: FastifyInstance, { state, checks, metrics, clock }: StatusDeps): void {
  const options = { schema: { hide: true }, config: { status: true } } as const;
  app.get("/healthz", options, async () => ({ status: "ok" }));
  app.get("/readyz", options, async (_request, reply) => {
    if (state.phase !== "ready") return reply.status(503).send({ status: state.phase });
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await holds(check, clock)] as const),
    );
    const failing = results.some(([, good]) => !good);
    return reply
      .status(failing ? 503 : 200)
      .send({ status: failing ? "failing" : "ready", checks: Object.fromEntries(results) });
  });
  app.get("/metrics", options, async (_request, reply) => {
    return reply.header("content-type", metrics.contentType).send(await metrics.text());
  });
  app.get("/openapi.json", options, async () => app.openapi());
}

async function holds(check: Check, clock: Clock): Promise<boolean> {
  const answered = new AbortController();
  const tooLate = clock.sleep(CHECK_WITHIN_MS, answered.signal).then(() => false);
  try {
    return await Promise.race([check(), tooLate]);
  } catch {
    return false;
  } finally {
    answered.abort();
  }
}
