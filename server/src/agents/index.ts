export { agentRoutes } from "./routes.ts";
export { type Agents, agentTopic, createAgents, profileOf } from "./agents.ts";
export type { Answer, HistoryMessage, Turn } from "./types.ts";
export { type AnswerLimits, createAnswer } from "./answer/create-answer.ts";
export { openSite, type OpenedSite } from "./open-site.ts";
