import {
  agentSettings,
  type AgentSettings,
  type AgentSettingName,
  agentSettingNames,
  type AgentSettingsChange,
} from "@parley/contracts";

/** Settings with a change on top: what is given is replaced whole, `null` takes it away. */
export function mergeSettings(before: AgentSettings, change: AgentSettingsChange): AgentSettings {
  const given = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null && value !== undefined);
  return agentSettings.parse(Object.fromEntries(given));
}

/** Names of the settings that are not the same in both, in the order of the form. */
export function changedNames(one: AgentSettings, other: AgentSettings): AgentSettingName[] {
  return agentSettingNames.filter(isName).filter((name) => !sameValue(one[name], other[name]));
}

export function pickSettings(settings: AgentSettings, names: readonly AgentSettingName[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, settings[name] ?? null]));
}

/** The same as JSON, whatever the order of the keys: the database has its own. */
export function sameValue(one: unknown, other: unknown): boolean {
  return stable(one) === stable(other);
}

function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    ) ?? ""
  );
}

function isName(name: string): name is AgentSettingName {
  return name in agentSettings.shape;
}
