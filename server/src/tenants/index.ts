export type * from "./audit/types.ts";
export { registerAuthentication } from "./authenticate.ts";
export { allKeyScopes } from "./permissions.ts";
export { keyRoutes } from "./routes.ts";
export { createTenants, type Tenants } from "./tenants.ts";
