/** The room's door: vendors of language models, ready to answer. */
export { type Connections, createConnections, type ModelAccess } from "./create-connections.ts";
export { connectionRoutes } from "./routes.ts";
export { findFailingConnections } from "./needs-attention.ts";
