/** The door of the adapters: vendors behind ports. Keys, addresses and `fetch` come in as arguments. */
export { createLanguageModel, type LanguageModelAccess, type ModelVendor } from "./create-language-model.ts";
export { explainFailure, type Failure } from "./explain-failure.ts";
export { listModels, type ModelListAccess } from "./list-models.ts";
export { createScriptModel, type ScriptOptions } from "./script/create-script-model.ts";
