/** The door of the adapters: vendors behind ports. Keys, addresses and `fetch` come in as arguments. */
export { createLanguageModel, type LanguageModelAccess, type ModelVendor } from "./create-language-model.ts";
export { explainFailure, type Failure } from "./explain-failure.ts";
export { type ListedModels, listModels, type ModelListAccess } from "./list-models.ts";
export { createScriptModel, type ScriptOptions } from "./script/create-script-model.ts";
export { createGoogleDrive } from "./google-drive/create-google-drive.ts";
export {
  exchangeGoogleCode,
  type GoogleClient,
  googleConsentUrl,
  type GoogleTokens,
  refreshGoogleToken,
  revokeGoogleToken,
} from "./google-drive/google-oauth.ts";
export { createIntercom } from "./intercom/create-intercom.ts";
export type { IntercomRegion } from "./intercom/intercom-api.ts";
export {
  createEmbeddingModel,
  type EmbeddingAccess,
  type EmbeddingVendor,
} from "./embeddings/create-embedding-model.ts";
export { createScriptEmbedding } from "./embeddings/script.ts";
export { createReranker, type RerankerAccess } from "./rerank/create-reranker.ts";
