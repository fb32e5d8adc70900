/** The one door for words in and words out, whatever the channel. */
import { type AskResult, Fault, type Message, newId, type SearchFilter } from "@parley/contracts";
import type { Agents } from "../agents/index.ts";
import type { Clock, Database, Events, Live, Log, Realtime, Scope } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import type { TokenBudget, Usage } from "../usage/index.ts";
import { agentActivity } from "./agent-activity.ts";
import { createCitations } from "./citations/create-citations.ts";
import type { VersionsNow } from "./citations/mark-changed.ts";
import { cleanText } from "./clean-text.ts";
import { createConversationStore } from "./conversation-store.ts";
import type { VerifiedAnswers } from "./correct-message.ts";
import { createThreads } from "./create-threads.ts";
import { keepDigests } from "./keep-digests.ts";
import { presentMessage } from "./present.ts";
import type { TurnDeps } from "./run-turn.ts";
import { titleOf } from "./title-of.ts";
import { stopTopic, visitorTopic } from "./topics.ts";
import { createTurnRunner } from "./turn-runner.ts";
import { createTurnStore, type Incoming, type Received } from "./turn-store.ts";

export interface ConversationsDeps {
  db: Database;
  clock: Clock;
  events: Events;
  realtime: Realtime;
  live: Live;
  audit: Audit;
  agents: Pick<Agents, "answer" | "glance" | "profile">;
  verified: VerifiedAnswers;
  versionsNow: VersionsNow;
  usage: Usage;
  log: Pick<Log, "error" | "warn">;
  measure: TurnDeps["measure"];
  /** Tells this process from others, in leases. */
  processId: string;
  tokensPerDay: { visitor: number; agent: number };
  leaseMs?: number;
}

export interface IncomingMessage {
  agentId: string;
  channel: "web" | "api";
  visitorId: string | null;
  /** A digest of the network address, to guard the budget against many sessions of one person. */
  addressDigest: string | null;
  /** Null begins a conversation. */
  conversationId: string | null;
  /** The sender's own id of the message: sent twice, it is stored once. */
  clientId: string;
  text: string;
  /** Which documents it is answered from; left out: all of them. */
  filter?: SearchFilter | undefined;
}

export interface ReceivedMessage {
  message: Message;
  known: boolean;
  /** Resolves when the answer is stored; undefined when another process gives it, or this one stops. */
  reply: Promise<Message | undefined>;
}

const UNIQUE_VIOLATION = "23505";
/** What the statements of a turn tell of. */
const TOLD = ["conversation.started", "message.stored"] as const;

export function createConversations(deps: ConversationsDeps) {
  const { db, clock, events, realtime, agents, usage } = deps;
  const leaseMs = deps.leaseMs ?? 15_000;
  const store = createConversationStore({ db });
  const threads = createThreads(deps);
  const digests = keepDigests(deps);
  const turnStore = createTurnStore({ db, events, lease: { owner: deps.processId, ms: leaseMs } });
  const budgetsOf = (who: {
    agentId: string;
    visitorId: string | null;
    addressDigest?: string | null;
  }): TokenBudget[] => [
    ...(who.visitorId ? [{ subject: `visitor:${who.visitorId}`, perDay: deps.tokensPerDay.visitor }] : []),
    ...(who.addressDigest ? [{ subject: `address:${who.addressDigest}`, perDay: deps.tokensPerDay.visitor * 3 }] : []),
    { subject: `agent:${who.agentId}`, perDay: deps.tokensPerDay.agent },
  ];
  const runner = createTurnRunner({
    agents,
    usage,
    realtime,
    live: deps.live,
    clock,
    leaseMs,
    store: turnStore,
    conversations: store,
    wake: () => events.wake(TOLD),
    measure: deps.measure,
    budgetsOf,
    alone: db.engine === "embedded",
    report: (error) => deps.log.error({ err: error }, "an answer could not be given and stays owed"),
  });

  async function keep(scope: Scope, incoming: Incoming): Promise<Received> {
    const received = await turnStore.receive(scope, incoming).catch((error: unknown) => {
      // The same message came twice at the same moment: the other one won, look again.
      if (isUniqueViolation(error)) return turnStore.receive(scope, incoming);
      throw error;
    });
    if (received) return received;
    const begun =
      incoming.begins && incoming.visitorId
        ? await store.begunWith(scope, incoming.visitorId, incoming.clientId)
        : undefined;
    if (begun === undefined) throw new Fault("not_found", "There is no conversation with this id.");
    return keep(scope, { ...incoming, conversationId: begun, begins: false });
  }

  /** Stores what was said; when this resolves it cannot be lost. The answer follows by itself. */
  async function receive(scope: Scope, input: IncomingMessage): Promise<ReceivedMessage> {
    const { agentId, channel, visitorId, clientId } = input;
    const text = cleanText(input.text);
    const now = clock.now();
    const received = await keep(scope, {
      conversationId: input.conversationId ?? newId("conversation", now),
      begins: input.conversationId === null,
      agentId,
      channel,
      visitorId,
      clientId,
      messageId: newId("message", now),
      text,
      filter: input.filter,
      title: titleOf(text),
    });
    const message = presentMessage(received.message);
    if (received.known) return { message, known: true, reply: Promise.resolve(undefined) };
    events.wake(TOLD);
    deps.live.changed(scope, { resource: "conversations", id: message.conversationId, agentId });
    if (visitorId !== null) {
      realtime.publish(visitorTopic(scope, agentId, visitorId), {
        type: "message",
        conversationId: message.conversationId,
        message,
      });
    }
    const turn = { conversationId: message.conversationId, seq: message.seq, messageId: message.id, agentId };
    const reply = runner.run({
      scope,
      turn,
      visitorId,
      question: text,
      filter: input.filter,
      before: received.before,
      budgets: budgetsOf(input),
    });
    return { message, known: false, reply };
  }

  return {
    receive,

    /** Asks and waits for the answer. */
    async ask(
      scope: Scope,
      input: {
        agentId: string;
        question: string;
        conversationId?: string | undefined;
        filter?: SearchFilter | undefined;
      },
    ): Promise<AskResult> {
      await agents.glance(scope, input.agentId);
      const { message, reply } = await receive(scope, {
        agentId: input.agentId,
        channel: "api",
        visitorId: null,
        addressDigest: null,
        conversationId: input.conversationId ?? null,
        clientId: newId("request", clock.now()),
        text: input.question,
        filter: input.filter,
      });
      const answer = await reply;
      if (!answer)
        throw new Fault("unavailable", "The answer could not be given just now. Ask again in a moment.", {
          retryAfterMs: 2_000,
        });
      const citations = answer.parts.flatMap((part) => (part.type === "citation" ? [part.citation] : []));
      const distinct = [...new Map(citations.map((citation) => [citation.number, citation])).values()];
      return {
        answer: answer.text,
        answered: answer.answered === true,
        citations: distinct,
        conversationId: message.conversationId,
        messageId: answer.id,
      };
    },

    /** Asks whoever makes the present answer to end it; what was said so far is kept. */
    stop(scope: Scope, conversationId: string): void {
      realtime.publish(stopTopic(scope, conversationId), {});
    },

    /** The visitor's latest conversation: all of it, or what came after `after` of the conversation it knows. */
    async resume(
      scope: Scope,
      visitor: { agentId: string; visitorId: string; known: { conversationId: string | null; after: number } },
    ) {
      const conversationId = await store.current(scope, visitor.agentId, visitor.visitorId);
      if (conversationId === null) return { conversationId, messages: [], answering: false };
      const after = visitor.known.conversationId === conversationId ? visitor.known.after : 0;
      const thread = await store.thread(scope, conversationId, after);
      return { conversationId, messages: thread.messages.map(presentMessage), answering: thread.answering };
    },

    ...threads,
    citations: createCitations({ ...deps, store }),

    /** What visitors did with agents in the last 30 days. */
    activity: (scope: Scope, agentIds: readonly string[]) => agentActivity({ db, clock }, scope, agentIds),

    async start(): Promise<void> {
      await runner.start();
      digests.start();
    },

    async stopAll(graceMs: number): Promise<void> {
      await digests.stop();
      await runner.stop(clock, graceMs);
    },
  };
}

export type Conversations = ReturnType<typeof createConversations>;

function isUniqueViolation(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === UNIQUE_VIOLATION;
}
