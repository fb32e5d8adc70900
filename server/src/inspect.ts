/** What `parley doctor` looks at, without starting anything. */
export { inspectPostgres, inspectRedis, type PostgresFindings } from "./platform/index.ts";
