/** The door of the adapters: vendors behind ports. Keys, addresses and `fetch` come in as arguments. */
export { createLanguageModel, type LanguageModelAccess, type ModelVendor } from "./create-language-model.ts";
export { createScriptModel, type ScriptOptions } from "./script/create-script-model.ts";
