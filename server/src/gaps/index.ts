/** The room's door: what agents do not know, from what their visitors asked. */
export { createGaps, type Gaps } from "./create-gaps.ts";
export { gapRoutes } from "./routes.ts";
export { suggestionRoutes } from "./suggestion-routes.ts";
