import type { RowOf } from "../live/index.ts";

export type Conversation = RowOf<"/v1/conversations">;
export type Message = RowOf<"/v1/conversations/{id}/messages">;
export type Citation = Extract<Message["parts"][number], { type: "citation" }>["citation"];

/** Short enough to tell visitors apart by eye; the whole id stands in the address of an export. */
export const visitorCode = (id: string): string => id.slice(-4).toUpperCase();
