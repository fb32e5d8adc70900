/** The room's door: from a page to a passage, and to the passage that answers. */
export { analyse } from "./analyse/analyse.ts";
export { createKnowledge, type Knowledge, type KnowledgeDeps } from "./create-knowledge.ts";
export { documentRoutes } from "./document-routes.ts";
export type { DocumentItem, IndexedDocument } from "./index-documents.ts";
export type { IndexSummary } from "./index-summary.ts";
export { readStartUrl } from "./crawl/normalise-url.ts";
export { sourceTopic } from "./crawl/run-crawl.ts";
export { detectLanguage } from "./language.ts";
export type { Search, SearchRequest } from "./search.ts";
export { sourceRoutes } from "./source-routes.ts";
export type { SaveProfile } from "./create-crawler.ts";
export { createSources, type Sources, type SourcesDeps } from "./sources.ts";
export type * from "./types.ts";
