export { type PageDeps, pageRoutes } from "./page-routes.ts";
export { socketRoute } from "./socket-route.ts";
export { createVisitorSessions } from "./visitor-sessions.ts";
export { type WebDeps, webRoutes } from "./web-routes.ts";
export { readWidgetFiles, type WidgetFiles } from "./widget-files.ts";
