/** One answer, from the question to the stored reply: heard by everybody who looks on, and given exactly once. */
import { type EndReason, type Message, newId, type SearchFilter } from "@parley/contracts";
import type { Agents } from "../agents/index.ts";
import type { Clock, Live, Realtime, Scope } from "../platform/index.ts";
import type { TokenBudget, Usage } from "../usage/index.ts";
import { createReplyCollector } from "./collect-reply.ts";
import { historyMessage, type MessageRow, presentMessage } from "./present.ts";
import { titleOf } from "./title-of.ts";
import { stopTopic, visitorTopic } from "./topics.ts";
import type { OwedTurn, TurnStore } from "./turn-store.ts";

export interface TurnDeps {
  agents: Pick<Agents, "answer" | "profile">;
  usage: Usage;
  realtime: Realtime;
  live: Live;
  clock: Clock;
  store: TurnStore;
  wake: () => void;
  /** Told of each answer: how long it took, and how it ended. */
  measure: (seconds: number, reason: EndReason) => void;
  leaseMs: number;
}

export interface TurnJob {
  scope: Scope;
  turn: OwedTurn;
  visitorId: string | null;
  question: string;
  /** Which documents it is answered from; left out: all of them. */
  filter: SearchFilter | undefined;
  /** Newest first. */
  before: Pick<MessageRow, "role" | "text" | "parts" | "reason">[];
  budgets: TokenBudget[];
}

/** A model that is cut off never says what it cost, but its vendor counts: about what a turn reads. */
const CUT_OFF_TOKENS = 2_500;

/** The stored answer; undefined when another process gave it, or this one is stopping. */
export async function runTurn(deps: TurnDeps, job: TurnJob, shutdown: AbortSignal): Promise<Message | undefined> {
  const { scope, turn } = job;
  const visitorStops = new AbortController();
  const endStop = deps.realtime.subscribe(stopTopic(scope, turn.conversationId), () => visitorStops.abort());
  const endRenewal = keepLease(deps, job, visitorStops);
  const began = deps.clock.now();
  try {
    const collected = await collect(deps, job, AbortSignal.any([visitorStops.signal, shutdown]));
    if (shutdown.aborted) return undefined;
    const { spent, ...reply } = collected;
    const row = await deps.store.reply(scope, turn, {
      ...reply,
      messageId: newId("message", deps.clock.now()),
      making: { ...reply.making, tookMs: deps.clock.now() - began },
      title: titleOf(job.question),
    });
    if (!row) return undefined;
    deps.wake();
    deps.measure((deps.clock.now() - began) / 1_000, reply.reason);
    const message = presentMessage(row);
    announce(deps, job, { type: "message", conversationId: turn.conversationId, message });
    deps.live.changed(scope, { resource: "conversations", id: turn.conversationId, agentId: turn.agentId });
    countUse(deps, job, { spent, ...reply.making });
    return message;
  } finally {
    endStop();
    endRenewal();
  }
}

type Used = { spent: number; inputTokens: number | null; outputTokens: number | null };

function countUse({ usage }: TurnDeps, { scope, turn, budgets }: TurnJob, used: Used): void {
  const subjects = budgets.map((budget) => budget.subject);
  if (used.spent > 0) usage.addTokens(scope, subjects, used.spent);
  usage.addTurn(scope, turn.agentId, { inputTokens: used.inputTokens ?? 0, outputTokens: used.outputTokens ?? 0 });
}

async function collect(deps: TurnDeps, job: TurnJob, signal: AbortSignal) {
  const { scope, turn } = job;
  const began = deps.clock.now();
  const agent = await deps.agents.profile(scope, turn.agentId);
  // Without a model nothing can be spent.
  const mayUseModel = agent.models?.length !== 0 && (await deps.usage.withinBudget(scope, job.budgets));
  const history = job.before.map(historyMessage).reverse();
  const collector = createReplyCollector();
  let index = 0;
  let firstMs: number | null = null;
  const { question, filter } = job;
  for await (const part of deps.agents.answer({ scope, agent, question, filter, history, mayUseModel }, signal)) {
    collector.add(part);
    if (part.type === "text-delta") firstMs ??= deps.clock.now() - began;
    // What a model costs, and which it is, is nobody's business outside.
    if (part.type === "usage") continue;
    announce(deps, job, { type: "part", conversationId: turn.conversationId, replyTo: turn.messageId, index, part });
    index += 1;
  }
  const { model, inputTokens, outputTokens, ...reply } = collector.end();
  const cutOff = mayUseModel && reply.reason === "stopped" && model === null;
  const known = model !== null;
  const making = {
    model,
    inputTokens: known ? inputTokens : null,
    outputTokens: known ? outputTokens : null,
    tookMs: null,
    firstMs,
  };
  return { ...reply, making, spent: cutOff ? CUT_OFF_TOKENS : inputTokens + outputTokens };
}

function announce(deps: TurnDeps, { scope, turn, visitorId }: TurnJob, frame: object): void {
  if (visitorId !== null) deps.realtime.publish(visitorTopic(scope, turn.agentId, visitorId), frame);
}

/** A long answer keeps its lease; one that was taken from us stops. */
function keepLease(deps: TurnDeps, { scope, turn }: TurnJob, stop: AbortController): () => void {
  return deps.clock.every(Math.floor(deps.leaseMs / 3), () => {
    deps.store.renew(scope, turn).then(
      (ours) => ours || stop.abort(),
      // The next renewal tries again; should none come through, the lease runs out and somebody else answers.
      () => undefined,
    );
  });
}
