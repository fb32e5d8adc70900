import type { AgentTexts } from "./texts.ts";

/** The words over a field, for a path such as `hours.days.monday`. */
export function nameSetting(field: string, texts: AgentTexts): string {
  const [first = "", second, third] = field.split(".");
  const names = namesOf(texts);
  const name = names[first] ?? plain(first);
  if (second === undefined) return name;
  const inner = names[`${first}.${second}`] ?? (third === undefined ? plain(second) : "");
  const day = third === undefined ? undefined : Reflect.get(texts.days, third);
  const last = typeof day === "string" ? day : third === undefined ? "" : plain(third);
  return [name, inner, last].filter((part) => part !== "").join(" · ");
}

/** A value as people read it: words, or lines of a list. */
export function sayValue(value: unknown, { texts, asList }: { texts: AgentTexts; asList: boolean }): string | string[] {
  if (Array.isArray(value)) return value.map((item: unknown) => sayItem(item));
  if (value === null || value === undefined) return asList ? [] : texts.notSet;
  const known = { ...texts.toneNames, ...texts.lengthNames };
  const word: unknown = typeof value === "string" ? Reflect.get(known, value) : undefined;
  return typeof word === "string" ? word : sayItem(value);
}

function sayItem(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  const at = (name: string): unknown => Reflect.get(item, name);
  if (at("from") !== undefined) return `${String(at("from"))}–${String(at("to"))}`;
  if (at("model") !== undefined) return String(at("model"));
  if (at("text") !== undefined) return String(at("text"));
  return JSON.stringify(item);
}

function namesOf(texts: AgentTexts): Readonly<Record<string, string>> {
  return {
    name: texts.name,
    language: texts.language,
    role: texts.role,
    tone: texts.tone,
    length: texts.length,
    instructions: texts.instructions,
    goals: texts.goals,
    guardrails: texts.guardrails,
    greeting: texts.greeting,
    suggestions: texts.suggestions,
    fallbacks: texts.fallbacks,
    "fallbacks.unknown": texts.fallbackUnknown,
    "fallbacks.person": texts.fallbackPerson,
    "fallbacks.away": texts.fallbackAway,
    "fallbacks.failed": texts.fallbackFailed,
    "fallbacks.unavailable": texts.fallbackUnavailable,
    hours: texts.hours,
    "hours.timeZone": texts.timeZone,
    "hours.days": "",
    models: texts.models,
    facts: texts.facts,
    look: texts.look,
  };
}

/** `launcherIcon` → `Launcher icon`. */
function plain(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/gu, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
