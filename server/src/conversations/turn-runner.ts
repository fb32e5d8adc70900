/** Runs answers one after another within a conversation, side by side across conversations, and takes up lost ones. */
import type { Message } from "@parley/contracts";
import { type Clock, envelopeScope } from "../platform/index.ts";
import type { TokenBudget } from "../usage/index.ts";
import type { ConversationStore } from "./conversation-store.ts";
import { runTurn, type TurnDeps, type TurnJob } from "./run-turn.ts";

export interface RunnerDeps extends TurnDeps {
  conversations: ConversationStore;
  /** For an answer taken up from another process, whose visitor's address is not known any more. */
  budgetsOf: (turn: { agentId: string; visitorId: string | null }) => TokenBudget[];
  report: (error: unknown) => void;
  /** True when no other process can share the database: then every open turn at the start is a lost one. */
  alone: boolean;
}

const SWEEP_MS = 3_000;
const AT_ONCE = 20;

export function createTurnRunner(deps: RunnerDeps) {
  const running = new Map<string, Promise<Message | undefined>>();
  /** Turns that wait or are being answered here, by the id of the visitor's message. */
  const inHand = new Set<string>();
  const shutdown = new AbortController();
  let endSweep: (() => void) | undefined;

  /** Resolves with the stored answer. Never rejects: what fails stays owed and is taken up again. */
  function run(job: TurnJob): Promise<Message | undefined> {
    const key = `${job.scope.organization}/${job.turn.conversationId}`;
    const earlier = running.get(key) ?? Promise.resolve(undefined);
    inHand.add(job.turn.messageId);
    const endWaiting = deps.clock.every(deps.leaseMs / 3, () => void renewWaiting(job));
    const mine = earlier
      .finally(endWaiting)
      .then(() => (shutdown.signal.aborted ? undefined : runTurn(deps, job, shutdown.signal)))
      .catch((error: unknown) => {
        deps.report(error);
        return undefined;
      })
      .finally(() => {
        inHand.delete(job.turn.messageId);
        if (running.get(key) === mine) running.delete(key);
      });
    running.set(key, mine);
    return mine;
  }

  /** An answer that waits for the one before it stays ours too. */
  async function renewWaiting({ scope, turn }: TurnJob): Promise<void> {
    await deps.store.renew(scope, turn).catch(deps.report);
  }

  async function takeUp(everybody: boolean): Promise<void> {
    const turns = await deps.store.takeOver(AT_ONCE, everybody);
    await Promise.all(
      turns.map(async ({ organization, organizationId, attempts, ...turn }) => {
        if (inHand.has(turn.messageId)) return;
        const scope = envelopeScope(organization, organizationId, "turn");
        const found = await deps.conversations.load(scope, turn.conversationId, turn.seq);
        if (!found) return;
        const { message, before, conversation } = found;
        const { visitorId } = conversation;
        // A question that brought down its process more than once gets the plain answerer.
        const budgets =
          attempts > 2 ? [{ subject: "none", perDay: 0 }] : deps.budgetsOf({ agentId: turn.agentId, visitorId });
        const { text: question, filter } = message;
        void run({ scope, turn, visitorId, question, filter: filter ?? undefined, before, budgets });
      }),
    );
    if (turns.length === AT_ONCE) await takeUp(everybody);
  }

  return {
    run,

    async start(): Promise<void> {
      await takeUp(deps.alone);
      endSweep = deps.clock.every(SWEEP_MS, () => void takeUp(false).catch(deps.report));
    },

    /** Lets running answers end, at most `graceMs`; the others are left to whoever comes next. */
    async stop(clock: Clock, graceMs: number): Promise<void> {
      endSweep?.();
      const all = Promise.all(running.values());
      const patience = new AbortController();
      await Promise.race([all, clock.sleep(graceMs, patience.signal)]);
      patience.abort();
      shutdown.abort();
      await all;
      await deps.store.release();
    },
  };
}
