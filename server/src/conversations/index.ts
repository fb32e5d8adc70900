export { type Conversations, createConversations, type IncomingMessage } from "./conversations.ts";
export { conversationRoutes } from "./routes.ts";
export { visitorTopic } from "./topics.ts";
export { countByAgent, countByHour, countRatings, findFaultyAnswers, hasConversations } from "./activity.ts";
