export { agentRoutes } from "./routes.ts";
export { behaviourRoutes } from "./behaviour/routes.ts";
export { configurationRoutes } from "./configuration/routes.ts";
export { previewRoutes } from "./preview/routes.ts";
export { type Agents, agentTopic, createAgents } from "./agents.ts";
export type { AgentProfile, Answer, HistoryMessage, Turn } from "./types.ts";
export { type AnswerLimits, createAnswer } from "./answer/create-answer.ts";
export { openSite, type OpenedSite } from "./open-site.ts";
