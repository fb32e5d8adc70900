export { createUsage, type TokenBudget, type Usage } from "./count-tokens.ts";
