export { createHome } from "./home/create-home.ts";
export { homeRoutes } from "./home/routes.ts";
export type { HomeSources } from "./home/sources.ts";
export { createLiveTokens } from "./live-tokens.ts";
export { type LiveRouteDeps, liveSocketRoute, liveTokenRoute } from "./live-routes.ts";
