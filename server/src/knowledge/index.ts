/** The room's door: from a page to a passage, and to the passage that answers. */
export { analyse, analyseTitle } from "./analyse/analyse.ts";
export type { AskCatalogue, FoundProduct } from "./catalogue/ask-catalogue.ts";
export { catalogueRoutes } from "./catalogue/catalogue-routes.ts";
export { parsePrice } from "./catalogue/files/parse-price.ts";
export { createKnowledge, type Knowledge } from "./create-knowledge.ts";
export { detectLanguage } from "./language.ts";
export { documentRoutes } from "./documents/document-routes.ts";
export type { DocumentItem } from "./documents/index-documents.ts";
export type { Search } from "./search/search.ts";
export { searchRoutes } from "./search/search-routes.ts";
export { sourceRoutes } from "./sources/source-routes.ts";
export type * from "./types.ts";
export { compareWords, wordsOf } from "./versions/compare-texts.ts";
export { versionRoutes } from "./versions/version-routes.ts";
export { verifiedAnswerRoutes } from "./verified/verified-routes.ts";
export type { VerifiedAnswers } from "./verified/verified-answers.ts";
export { findFaultySources, hasKnowledge } from "./needs-attention.ts";
