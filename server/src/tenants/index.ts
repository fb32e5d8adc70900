export { type Accounts, createAccounts } from "./accounts/accounts.ts";
export { authRoutes } from "./accounts/auth-routes.ts";
export { meRoutes } from "./accounts/me-routes.ts";
export { ownerLinkRoutes } from "./accounts/owner-link-routes.ts";
export type * from "./audit/types.ts";
export { registerAuthentication } from "./authenticate.ts";
export { allKeyScopes } from "./permissions.ts";
export { keyRoutes } from "./routes.ts";
export { createTenants, type Tenants } from "./tenants.ts";
