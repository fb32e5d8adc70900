/** The log of who changed what, from where, before and after. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { pageQuery } from "./rest.ts";

export const auditEntry = z.object({
  id: idSchema("audit"),
  at: z.iso.datetime(),
  actor: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  address: z.string().nullable(),
  /** The program that was used, in short. */
  client: z.string().nullable(),
  /** `resource.verb`, such as `agent.published`. */
  action: z.string(),
  target: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditFilter = z.object({
  /** A whole action (`agent.published`), or all of one kind (`agent`). */
  action: z
    .string()
    .regex(/^[a-z][a-z-]*(\.[a-z][a-z-]*)?$/)
    .max(80)
    .optional(),
  actorId: z.string().min(1).max(80).optional(),
  targetId: z.string().min(1).max(200).optional(),
  targetType: z.string().min(1).max(80).optional(),
  from: z.iso.datetime().optional(),
  /** Not included itself. */
  to: z.iso.datetime().optional(),
});
export const auditQuery = pageQuery.extend(auditFilter.shape);
export const auditExportQuery = auditFilter.extend({ format: z.enum(["csv", "json"]).default("csv") });
