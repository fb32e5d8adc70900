import { type AskResult, askResult, agent as agentShape, type Source } from "@parley/contracts";
import { agentNamedBy } from "../agent-named-by.ts";
import type { Api } from "../api.ts";
import { type Command, dataOption, jsonOption } from "../command.ts";
import { listenForInterrupts } from "../interrupts.ts";
import { createProgress, describe } from "../progress.ts";
import { findAgentOfSite, followSource, openSite } from "../site.ts";
import type { Terminal } from "../terminal.ts";
import { configOf, withApi } from "../with-api.ts";

/** How long a first reading may take before the question is asked of what there is. */
const PATIENCE_MS = 90_000;

export const ask: Command = {
  name: "ask",
  usage: "ask URL-or-agent QUESTION [--json] [--data DIR]",
  about: "answers a question from a site, reading it first if need be",
  words: { least: 2, most: 2 },
  options: { ...jsonOption, ...dataOption },
  async run(call) {
    const [target = "", question = ""] = call.rest;
    const interrupts = listenForInterrupts();
    try {
      return await withApi(configOf(call), async (api) => {
        const agentId = await agentFor({ api, target, terminal: call.terminal, signal: interrupts.signal });
        const result = await api.post(`/v1/agents/${agentId}/ask`, { question }, askResult);
        call.terminal.out(call.options.json ? JSON.stringify(result) : print(result));
        return 0;
      });
    } catch (error) {
      if (interrupts.signal.aborted) return 130;
      throw error;
    } finally {
      interrupts.forget();
    }
  },
};

interface Wanted {
  api: Api;
  target: string;
  terminal: Terminal;
  signal: AbortSignal;
}

/** The agent that is meant, once it has something to answer from. */
async function agentFor({ api, target, terminal, signal }: Wanted): Promise<string> {
  const named = agentNamedBy(target);
  if (named !== null) return (await api.get(`/v1/agents/${named}`, agentShape)).id;
  const known = await findAgentOfSite(api, target);
  if (known?.state === "ready") return known.id;
  const { agent, source } = await openSite(api, target);
  const progress = createProgress(terminal);
  const since = performance.now();
  const longEnough = ({ progress: { indexed } }: Source) => indexed > 0 && performance.now() - since > PATIENCE_MS;
  const end = await followSource(api, source.id, { signal, seen: progress.show, enough: longEnough }).finally(
    progress.clear,
  );
  if (end.status === "running")
    terminal.note(`${describe(end)}. The rest is read when Parley runs; asking what there is.`);
  return agent.id;
}

function print({ answer, citations }: AskResult): string {
  const sources = citations
    .filter((citation, at) => citations.findIndex((other) => other.number === citation.number) === at)
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, title, url }) => `  ${number}. ${[title, url].filter(Boolean).join(" — ")}`);
  return [answer, ...(sources.length > 0 ? ["", "Sources", ...sources] : [])].join("\n");
}
