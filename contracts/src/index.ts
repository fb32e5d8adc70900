export * from "./answer.ts";
export * from "./events.ts";
export * from "./faults.ts";
export * from "./ids.ts";
export * from "./limits.ts";
export * from "./ports/language-model.ts";
export * from "./wire/realtime.ts";
export * from "./wire/rest.ts";
