export { registerAuthentication, type RoutePermission } from "./authenticate.ts";
export { allKeyScopes, isKeyScope, type KeyScope, keyScopes } from "./permissions.ts";
export { keyRoutes } from "./routes.ts";
export { createTenants, type Organization, type Tenants } from "./tenants.ts";
