export { type Conversations, createConversations, type IncomingMessage } from "./conversations.ts";
export { conversationRoutes } from "./routes.ts";
export type { CitingAnswer } from "./citations/cited-documents.ts";
export type { Told } from "./citations/tell-visitor.ts";
export { visitorTopic } from "./topics.ts";
export { countByAgent, countByHour, countRatings, findFaultyAnswers, hasConversations } from "./activity.ts";
export { type AskedTurn, findFaulty, readTurns, type TurnsOf } from "./read-turns.ts";
