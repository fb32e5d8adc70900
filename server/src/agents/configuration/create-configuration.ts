/** An agent as one document: written out, compared with what there is, and applied as often as one likes. */
import {
  type AgentConfiguration,
  type AgentSettings,
  type AgentSettingsChange,
  CONFIGURATION_FORMAT,
  type ConfigurationDifference,
  crawlSettings,
  type WebsiteSource,
  type VerifiedAnswer,
} from "@parley/contracts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Scope } from "../../platform/index.ts";
import type { AgentStore } from "../agent-store.ts";
import { compareSettings } from "../behaviour/compare-settings.ts";
import type { Behaviour, Seen } from "../behaviour/create-behaviour.ts";
import { changedNames } from "../behaviour/merge-settings.ts";
import { compareAnswers, compareSources, questionKey } from "./compare-configured.ts";

export interface ConfigurationDeps {
  knowledge: Pick<Knowledge, "sources" | "verified">;
  store: AgentStore;
  behaviour: Behaviour;
}

interface Now {
  settings: AgentSettings;
  sources: WebsiteSource[];
  answers: VerifiedAnswer[];
}

const MOST_SOURCES = 100;
const PAGE = 200;

export function createConfiguration({ knowledge, store, behaviour }: ConfigurationDeps) {
  const { sources, verified } = knowledge;

  async function readAnswers(scope: Scope, agentId: string): Promise<VerifiedAnswer[]> {
    const answers: VerifiedAnswer[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: Awaited<ReturnType<typeof verified.list>> = await verified.list(scope, agentId, {
        limit: PAGE,
        ...(cursor === "" ? {} : { cursor }),
      });
      answers.push(...page.data);
      cursor = page.next;
    }
    return answers;
  }

  async function readNow(scope: Scope, id: string): Promise<Now> {
    const { settings } = await store.get(scope, id);
    const { data } = await sources.list(scope, id, { limit: MOST_SOURCES });
    const answers = await readAnswers(scope, id);
    // The same agent is the same document, so that a repository shows only what changed.
    return {
      settings,
      sources: data
        .flatMap((source) => (source.type === "website" ? [source] : []))
        .sort((one, other) => compareText(one.url, other.url)),
      answers: answers.sort((one, other) => compareText(one.question, other.question)),
    };
  }

  function compare(now: Now, wanted: AgentConfiguration): ConfigurationDifference {
    const settings = compareSettings(now.settings, wanted.settings);
    const changedSources = wanted.sources ? compareSources(now.sources, wanted.sources, sources.readStartUrl) : [];
    const changedAnswers = wanted.verifiedAnswers ? compareAnswers(now.answers, wanted.verifiedAnswers) : [];
    return {
      same: settings.length + changedSources.length + changedAnswers.length === 0,
      settings,
      sources: changedSources,
      verifiedAnswers: changedAnswers.map(({ question, change }) => ({ question, change })),
    };
  }

  async function applySources(scope: Scope, id: string, { now, wanted }: { now: Now; wanted: AgentConfiguration }) {
    const given = (wanted.sources ?? []).map((source) => ({ ...source, url: sources.readStartUrl(source.url) }));
    for (const { url, change } of compareSources(now.sources, wanted.sources ?? [], sources.readStartUrl)) {
      const before = now.sources.find((source) => source.url === url);
      const settings = crawlSettings.parse(given.find((source) => source.url === url)?.settings ?? {});
      if (before === undefined) await sources.create(scope, id, { type: "website", url, settings });
      else if (change === "removed") await sources.remove(scope, before.id);
      else await sources.change(scope, before.id, { revision: null, change: { settings } });
    }
  }

  async function applyAnswers(
    scope: Scope,
    agentId: string,
    { now, wanted }: { now: Now; wanted: AgentConfiguration },
  ) {
    for (const { key, change } of compareAnswers(now.answers, wanted.verifiedAnswers ?? [])) {
      const before = now.answers.find(({ question }) => questionKey(question) === key);
      const given = wanted.verifiedAnswers?.find(({ question }) => questionKey(question) === key);
      if (before && !given) await verified.remove(scope, { agentId, id: before.id, revision: null });
      else if (before && given && change === "changed")
        await verified.change(scope, { agentId, id: before.id, revision: null }, given);
      else if (given)
        await verified.create(scope, agentId, { ...given, conversationId: null, messageId: null, replace: true });
    }
  }

  return {
    async read(scope: Scope, id: string): Promise<AgentConfiguration> {
      const now = await readNow(scope, id);
      return {
        parley: CONFIGURATION_FORMAT,
        settings: now.settings,
        sources: now.sources.map(({ type, url, settings }) => ({ type, url, settings })),
        verifiedAnswers: now.answers.map(
          ({ question, variants, answer, spoken, language, tags, enabled, validFrom, validTo }) => ({
            question,
            variants,
            answer,
            spoken,
            language,
            tags,
            enabled,
            validFrom,
            validTo,
          }),
        ),
      };
    },

    async compare(scope: Scope, id: string, wanted: AgentConfiguration): Promise<ConfigurationDifference> {
      return compare(await readNow(scope, id), wanted);
    },

    /** Makes the agent so. Twice is once: what is so already is left alone. */
    async apply(
      scope: Scope,
      seen: Seen,
      wanted: AgentConfiguration,
    ): Promise<ConfigurationDifference & { version: number }> {
      const now = await readNow(scope, seen.id);
      const difference = compare(now, wanted);
      if (difference.settings.length > 0) {
        const note = "Applied from a configuration";
        await behaviour.change(scope, { ...seen, note }, changeTo(now.settings, wanted.settings));
      }
      if (wanted.sources) await applySources(scope, seen.id, { now, wanted });
      if (wanted.verifiedAnswers) await applyAnswers(scope, seen.id, { now, wanted });
      return { ...difference, version: (await store.get(scope, seen.id)).version };
    },
  };
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Only what differs, so that a draft keeps the rest; settings that the document does not name are taken back. */
function changeTo(now: AgentSettings, wanted: AgentSettings): AgentSettingsChange {
  return Object.fromEntries(changedNames(now, wanted).map((name) => [name, wanted[name] ?? null]));
}
