export { installRoutes, type InstallRouteDeps } from "./install-routes.ts";
export { createInstalls, type Installs } from "./installs/create-installs.ts";
export { type PageDeps, pageRoutes } from "./page-routes.ts";
export { socketRoute } from "./socket-route.ts";
export { createVisitorSessions } from "./visitor-sessions.ts";
export { type WebDeps, webRoutes } from "./web-routes.ts";
export { readWidgetFiles, type WidgetFiles } from "./widget-files.ts";
export { lastSeen } from "./installs/last-seen.ts";
