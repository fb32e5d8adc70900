import { readFile, writeFile } from "node:fs/promises";
import {
  agentConfiguration,
  type AgentConfiguration,
  appliedConfiguration,
  configurationDifference,
  type ConfigurationDifference,
} from "@parley/contracts";
import { agentNamedBy } from "../agent-named-by.ts";
import type { Api } from "../api.ts";
import { UsageError } from "../arguments.ts";
import { type Call, type Command, dataOption, jsonOption } from "../command.ts";
import { describeDifference } from "../describe-difference.ts";
import { findAgentOfSite } from "../site.ts";
import { configOf, withApi } from "../with-api.ts";

export const config: Command = {
  name: "config",
  usage: "config export AGENT [FILE] | config diff AGENT FILE [--check] | config apply AGENT FILE",
  about: "writes an agent's configuration to a file, compares it, applies it",
  words: { least: 2, most: 3 },
  options: {
    check: { type: "boolean", about: "diff: end with 1 when something differs" },
    ...jsonOption,
    ...dataOption,
  },
  async run(call) {
    const [action = "", target = "", file] = call.rest;
    if (action === "export") return onAgent(call, target, (api, path) => exportTo(call, { api, path, file }));
    if (file === undefined || (action !== "diff" && action !== "apply"))
      throw new UsageError("There is config export, config diff and config apply; the last two need a file:");
    const wanted = await readConfiguration(file);
    return onAgent(call, target, (api, path) =>
      action === "diff" ? diff(call, { api, path, wanted }) : apply(call, { api, path, wanted }),
    );
  },
};

interface Work {
  api: Api;
  /** Of the agent's configuration. */
  path: string;
}

/** The agent may be named by its id, the address of its page here, or the address of its site. */
async function onAgent(call: Call, target: string, work: (api: Api, path: string) => Promise<number>): Promise<number> {
  return withApi(configOf(call), async (api) => {
    const id = agentNamedBy(target) ?? (await findAgentOfSite(api, target))?.id;
    if (id === undefined) throw new UsageError(`There is no agent ${target}. Name it by its id or its site:`);
    return work(api, `/v1/agents/${id}/configuration`);
  });
}

async function exportTo({ terminal }: Call, { api, path, file }: Work & { file: string | undefined }): Promise<number> {
  const text = `${JSON.stringify(await api.get(path, agentConfiguration), null, 2)}\n`;
  if (file === undefined) terminal.out(text.trimEnd());
  else {
    await writeFile(file, text);
    terminal.note(`The configuration is in ${file}.`);
  }
  return 0;
}

async function diff(
  { terminal, options }: Call,
  { api, path, wanted }: Work & { wanted: AgentConfiguration },
): Promise<number> {
  const found = await api.post(`${path}/difference`, wanted, configurationDifference);
  show(terminal.out, { found, json: options.json === true });
  return options.check === true && !found.same ? 1 : 0;
}

async function apply(
  { terminal, options }: Call,
  { api, path, wanted }: Work & { wanted: AgentConfiguration },
): Promise<number> {
  const done = await api.put(path, wanted, appliedConfiguration);
  show(terminal.out, { found: done, json: options.json === true });
  if (options.json !== true && !done.same) terminal.note(`Applied. Visitors see version ${done.version} now.`);
  return 0;
}

function show(out: (text: string) => void, { found, json }: { found: ConfigurationDifference; json: boolean }): void {
  out(json ? JSON.stringify(found) : describeDifference(found));
}

/** @throws UsageError where the file cannot be read as a configuration. */
async function readConfiguration(file: string): Promise<AgentConfiguration> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`The file ${file} cannot be read:`);
  });
  const parsed = agentConfiguration.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `${file} is no configuration: ${issue?.path.join(".") || "the document"} ${issue?.message ?? ""}`,
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} does not hold JSON:`);
  }
}
