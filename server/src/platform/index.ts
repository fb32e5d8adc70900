export * from "./clock.ts";
export * from "./scope.ts";
export * from "./db/drizzle.ts";
export * from "./limits.ts";
export * from "./files.ts";
export * from "./secrets.ts";
export { appRole, createdAt, organizationColumn, organizationPolicy } from "./db/columns.ts";
export { statementOf } from "./db/statement-of.ts";
export type * from "./db/types.ts";
export { openDatabase, type DatabaseOptions } from "./db/open-database.ts";
export type * from "./events/types.ts";
export type * from "./jobs/types.ts";
export type * from "./mail/types.ts";
export { createMail, type MailDeps } from "./mail/create-mail.ts";
export { type RenderedMail, renderMail } from "./mail/render-mail.ts";
export type * from "./realtime/types.ts";
export {
  createLive,
  type Live,
  type LiveNews,
  type LiveSessions,
  organizationTopic,
  personTopic,
} from "./realtime/live.ts";
export type * from "./outbound/types.ts";
export { createFetchChecked, type CheckedGuard } from "./outbound/fetch-checked.ts";
export { createFetchPublic, type PublicGuard } from "./outbound/fetch-public.ts";
export { createRealtime, type RealtimeDeps } from "./realtime/create-realtime.ts";
export { isLoopback } from "./outbound/is-loopback.ts";
export { createFetchVendor, type VendorGuard } from "./outbound/fetch-vendor.ts";
export { createLog, type Log, type LogFields, type LogLevel, type LogOptions } from "./log.ts";
export { createEvents, type EventsDeps } from "./events/create-events.ts";
export { createJobs, type JobsDeps } from "./jobs/create-jobs.ts";
export * from "./make-secret.ts";
export * from "./metrics.ts";
export { inspectPostgres, type PostgresFindings } from "./inspect/inspect-postgres.ts";
export { inspectRedis } from "./inspect/inspect-redis.ts";
export { createHttpServer, type HttpServer, type HttpServerDeps } from "./http/create-http-server.ts";
export type { Check } from "./http/status-routes.ts";
export { type Caller, limitAddresses, limitCallers, type RequestRates } from "./http/limit-requests.ts";
export type { Asker } from "./http/idempotency/answer-store.ts";
export { repeatRequests } from "./http/idempotency/repeat-requests.ts";
export { dashboardPolicy } from "./http/page-policy.ts";
export { securityContact } from "./http/security-contact.ts";
export { docsRoutes } from "./http/docs/docs-routes.ts";
export { problemOf } from "./http/problem-of.ts";
export { assertSeen, matchRevision, seenRevision } from "./http/revisions.ts";
export { describeTables, quoted, type TableShape } from "./backup/describe-tables.ts";
export { writeBackup, type BackupParts } from "./backup/write-backup.ts";
export { readBackup, verifyBackup } from "./backup/read-backup.ts";
export { CLOSE, createFrameEncoder, createFramePort, type FramePort } from "./sockets/frame-port.ts";
export { type Hearing, hearFrames, parseFrame } from "./sockets/hear-frames.ts";
export { keepSockets } from "./sockets/keep-sockets.ts";
export { networkOf } from "./sockets/network-of.ts";
export { countKeptMails } from "./mail/count-kept.ts";
