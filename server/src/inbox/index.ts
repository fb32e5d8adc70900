export { createLiveTokens } from "./live-tokens.ts";
export { type LiveRouteDeps, liveSocketRoute, liveTokenRoute } from "./live-routes.ts";
