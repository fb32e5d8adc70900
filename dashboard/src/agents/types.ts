import type { AnswerTrace as Trace } from "@parley/contracts";
import type { AnswerOf, BodyOf, RowOf } from "../live/index.ts";

export type Agent = AnswerOf<"/v1/agents/{id}">;
export type AgentRow = RowOf<"/v1/agents">;
export type Draft = AnswerOf<"/v1/agents/{id}/draft">;
export type Settings = Draft["settings"];
export type SettingName = keyof Settings;
export type SettingsChange = BodyOf<"/v1/agents/{id}/draft", "patch">;
export type Change = AnswerOf<"/v1/agents/{id}/changes">["changes"][number];
export type Version = RowOf<"/v1/agents/{id}/versions">;
export type AnswerTrace = Trace;
