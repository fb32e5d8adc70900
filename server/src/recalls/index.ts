export { createRecalls } from "./recalls.ts";
export { recallRoutes } from "./recall-routes.ts";
export { findOpenRecalls } from "./needs-attention.ts";
