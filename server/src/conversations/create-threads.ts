/** What members and programs do with conversations that were had: find, read, correct, export, delete. */
import { type ConversationQuery, type CorrectionInput, Fault, type ThreadMessage } from "@parley/contracts";
import type { Agents } from "../agents/index.ts";
import type { Database, Events, Scope } from "../platform/index.ts";
import { deleteConversations, deleteOfAgent, rateMessage, type Rating } from "./change-conversations.ts";
import { type CorrectDeps, correctMessage } from "./correct-message.ts";
import { exportAsJson, exportAsText } from "./export-conversation.ts";
import { listConversations } from "./list-conversations.ts";
import { markChanged, type VersionsNow } from "./citations/mark-changed.ts";
import { presentConversation, presentThreadMessage } from "./present.ts";
import { createThreadStore } from "./thread-store.ts";

export interface ThreadDeps extends CorrectDeps {
  db: Database;
  events: Events;
  agents: Pick<Agents, "glance">;
  versionsNow: VersionsNow;
}

export interface MessagePage {
  /** Left out: oldest first. */
  order?: "asc" | "desc" | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Messages read at once for an export. */
const CHUNK = 500;

export function createThreads(deps: ThreadDeps) {
  const { db, agents } = deps;
  const store = createThreadStore({ db });

  async function detail(scope: Scope, id: string) {
    const { answering, visits, inputTokens, outputTokens, ...row } = await store.detail(scope, id);
    const agentName = await nameOf(scope, row.agentId);
    return { ...presentConversation(row), agentName, answering, visits, inputTokens, outputTokens };
  }

  /** Of an agent that is gone only the id is left. */
  async function nameOf(scope: Scope, agentId: string): Promise<string> {
    const agent = await agents.glance(scope, agentId).catch((error: unknown) => {
      if (error instanceof Fault && error.code === "not_found") return undefined;
      throw error;
    });
    return agent?.name ?? agentId;
  }

  async function allMessages(scope: Scope, id: string): Promise<ThreadMessage[]> {
    const all: ThreadMessage[] = [];
    for (;;) {
      const rows = await store.page(scope, id, { order: "asc", limit: CHUNK, after: all.at(-1)?.seq ?? null });
      all.push(...rows.map(presentThreadMessage));
      if (rows.length < CHUNK) return all;
    }
  }

  return {
    async list(scope: Scope, query: ConversationQuery) {
      const { data, next } = await listConversations(db, scope, query);
      return { data: data.map(presentConversation), next };
    },

    /** @throws Fault not_found. */
    get: detail,

    /** `cursor` is the last seq of the page before. @throws Fault not_found. */
    async messages(scope: Scope, id: string, { order = "asc", limit, cursor }: MessagePage) {
      const after = cursor === undefined ? null : Math.max(0, Number.parseInt(cursor, 10) || 0);
      const rows = await store.page(scope, id, { order, limit: limit + 1, after });
      const data = await markChanged(deps, scope, rows.slice(0, limit).map(presentThreadMessage));
      return { data, next: rows.length > limit ? String(data.at(-1)?.seq) : null };
    },

    rate: (scope: Scope, rating: Rating) => rateMessage(deps, scope, rating),

    /** The corrected message. @throws Fault not_found. */
    async correct(
      scope: Scope,
      at: { conversationId: string; messageId: string },
      input: CorrectionInput,
    ): Promise<ThreadMessage> {
      await correctMessage(deps, scope, { ...at, ...input });
      const row = await store.message(scope, at.conversationId, at.messageId);
      if (!row) throw new Fault("not_found", "There is no such answer in this conversation.");
      return presentThreadMessage(row);
    },

    /** How many there were. */
    async remove(scope: Scope, ids: readonly string[]): Promise<number> {
      return (await deleteConversations(deps, scope, ids)).length;
    },

    removeOfAgent: (scope: Scope, agentId: string) => deleteOfAgent(deps, scope, agentId),

    /** As text of a file. @throws Fault not_found. */
    async export(scope: Scope, id: string, format: "json" | "text"): Promise<string> {
      const [conversation, messages] = await Promise.all([detail(scope, id), allMessages(scope, id)]);
      return format === "json" ? exportAsJson({ conversation, messages }) : exportAsText({ conversation, messages });
    },
  };
}

export type Threads = ReturnType<typeof createThreads>;
