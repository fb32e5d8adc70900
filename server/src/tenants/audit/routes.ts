import { Readable } from "node:stream";
import { auditEntry, auditExportQuery, auditQuery, idSchema, listOf } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Database } from "../../platform/index.ts";
import { exportEntries } from "./export-entries.ts";
import { getEntry, listEntries } from "./list-entries.ts";

export function auditRoutes(base: FastifyInstance, { db }: { db: Database }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const config = { permission: "audit:read" } as const;
  const tags = ["audit"];

  app.get(
    "/v1/audit-entries",
    {
      config,
      schema: {
        tags,
        summary: "List what was changed, by whom, newest first",
        querystring: auditQuery,
        response: { 200: listOf(auditEntry) },
      },
    },
    async (request) => listEntries(db.query(request.scope), request.scope, request.query),
  );

  app.get(
    "/v1/audit-entries/:id",
    {
      config,
      schema: {
        tags,
        summary: "Read one entry of the audit log",
        params: z.object({ id: idSchema("audit") }),
        response: { 200: auditEntry },
      },
    },
    async (request) => getEntry(db.query(request.scope), request.scope, request.params.id),
  );

  app.get(
    "/v1/audit-entries/export",
    {
      config,
      schema: { tags, summary: "Download the audit log as CSV or JSON", querystring: auditExportQuery },
    },
    async (request, reply) => {
      const { format } = request.query;
      const day = new Date().toISOString().slice(0, 10);
      reply
        .header("content-type", format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8")
        .header("content-disposition", `attachment; filename="audit-log-${day}.${format}"`);
      return reply.send(Readable.from(exportEntries(db, request.scope, request.query), { objectMode: false }));
    },
  );
}
