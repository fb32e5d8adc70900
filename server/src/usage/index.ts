export { createUsage, type TokenBudget, type Usage } from "./count-tokens.ts";
export { usageRoutes } from "./routes.ts";
