/** The room's door: vendors of language models, and accounts that documents are followed from, ready to be asked. */
export { accountRoutes } from "./accounts/account-routes.ts";
export { createConnectedAccounts } from "./accounts/create-connected-accounts.ts";
export { type Connections, createConnections, type ModelAccess } from "./create-connections.ts";
export { embeddingRoutes } from "./embedding/embedding-routes.ts";
export { connectionRoutes } from "./routes.ts";
export { findFailingConnections } from "./needs-attention.ts";
