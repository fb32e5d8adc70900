export * from "./open-test-database.ts";
export * from "./make-organization.ts";
export * from "./create-test-clock.ts";
export * from "./until.ts";
export * from "./serve-site.ts";
