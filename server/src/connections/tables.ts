export * from "./accounts/tables.ts";
export * from "./connections-table.ts";
export * from "./embedding/tables.ts";
