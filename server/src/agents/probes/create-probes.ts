import { Fault, type Probe, type ProbeRun } from "@parley/contracts";
import {
  type Clock,
  type Database,
  envelopeScope,
  type Events,
  type Jobs,
  type Live,
  type Scope,
} from "../../platform/index.ts";
import type { AgentRow } from "../agent-store.ts";
import { collect } from "../answer/judge-question.ts";
import type { AgentProfile, Answer } from "../types.ts";
import { pickStarters, probeQuestions } from "./probe-questions.ts";
import { createProbeStore, presentProbes } from "./probe-store.ts";

export interface ProbesDeps {
  db: Database;
  clock: Clock;
  jobs: Pick<Jobs, "define" | "send">;
  live: Live;
  events: Pick<Events, "consume">;
  answer: Answer;
  /** What a turn needs to know of an agent. Throws `not_found`. */
  profile(scope: Scope, agentId: string): Promise<AgentProfile>;
  /** The agent as it is stored. */
  row(scope: Scope, agentId: string): Promise<Pick<AgentRow, "profile" | "settings">>;
  /** Keeps what visitors are offered to begin with, and tells whoever looks at the agent. */
  keepStarters(scope: Scope, agentId: string, starters: readonly string[]): Promise<void>;
}

interface ProbeEnvelope {
  organization: number;
  organizationId: string;
  agentId: string;
  run: number;
}

const QUEUE = "agents.probe";
const EXPIRE_S = 600;

/** Tries an agent with what its visitors will ask, so that the owner sees what it cannot answer before they do. */
export function createProbes(deps: ProbesDeps) {
  const { db, jobs, live } = deps;
  const store = createProbeStore(deps);
  const told = (scope: Scope, agentId: string) => live.changed(scope, { resource: "probes", agentId });

  async function ask(
    scope: Scope,
    { agent, question }: { agent: AgentProfile; question: string },
    signal: AbortSignal,
  ): Promise<Probe> {
    // Without a language model: what the knowledge holds is asked for, and nothing is to be spent on it.
    const turn = { scope, agent, question, history: [], mayUseModel: false };
    const { text, cited, reason } = await collect(deps.answer(turn, signal));
    if (reason === "stopped") signal.throwIfAborted();
    const answered = reason === "answered";
    return {
      question,
      state: answered ? "answered" : "unanswered",
      answer: answered ? text : null,
      citations: answered ? cited : [],
    };
  }

  async function work(scope: Scope, { agentId, run }: ProbeEnvelope, signal: AbortSignal): Promise<void> {
    const row = await store.read(scope, agentId);
    if (row?.run !== run || row.status === "done") return;
    const agent = await deps.profile(scope, agentId);
    let probes = row.probes;
    for (const [at, { question, state }] of row.probes.entries()) {
      if (state !== "waiting") continue;
      const asked = await ask(scope, { agent, question }, signal);
      probes = probes.with(at, asked);
      if (!(await store.save(scope, { agentId, run, probes, done: false }))) return;
      told(scope, agentId);
    }
    const { profile } = await deps.row(scope, agentId);
    const language = profile?.language ?? agent.language;
    if (profile !== null)
      await deps.keepStarters(scope, agentId, pickStarters(probes, { language, ofSite: profile.questions }));
    await store.save(scope, { agentId, run, probes, done: true });
    told(scope, agentId);
  }

  jobs.define<ProbeEnvelope>(QUEUE, { concurrency: 2, retryLimit: 3, expireInS: EXPIRE_S }, (envelope, signal) =>
    work(envelopeScope(envelope.organization, envelope.organizationId, QUEUE), envelope, signal),
  );

  async function start(scope: Scope, agentId: string, { unansweredOnly }: { unansweredOnly: boolean }) {
    const [agent, { profile, settings }, before] = await Promise.all([
      deps.profile(scope, agentId),
      deps.row(scope, agentId),
      store.read(scope, agentId),
    ]);
    const language = profile?.language ?? agent.language;
    const own = [...(settings.suggestions ?? []), ...(profile?.questions ?? [])];
    const probes =
      unansweredOnly && before
        ? before.probes.map((probe) => (probe.state === "answered" ? probe : waiting(probe.question)))
        : probeQuestions({ language, own }).map(waiting);
    const row = await db.transaction(scope, async (tx) => {
      const begun = await store.begin(tx, scope, { agentId, probes });
      const { organization, organizationId } = scope;
      const envelope: ProbeEnvelope = { organization, organizationId, agentId, run: begun.run };
      await jobs.send<ProbeEnvelope>(QUEUE, envelope, { tx });
      return begun;
    });
    told(scope, agentId);
    return presentProbes(row);
  }

  // After every reading: what the site holds may have changed, and with it what can be answered.
  deps.events.consume("agents.probe-first", ["source.finished"], async ({ scope, data }) => {
    if (data.status !== "done") return;
    await start(scope, data.agentId, { unansweredOnly: false }).catch((error: unknown) => {
      // Removed meanwhile: nobody is left to try it for.
      if (!(error instanceof Fault && error.code === "not_found")) throw error;
    });
  });

  return {
    start,

    async get(scope: Scope, agentId: string): Promise<ProbeRun> {
      await deps.profile(scope, agentId);
      return presentProbes(await store.read(scope, agentId));
    },
  };
}

const waiting = (question: string): Probe => ({ question, state: "waiting", answer: null, citations: [] });
