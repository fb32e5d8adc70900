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

type Said = string | string[];

/** Before and after as people read them: words, or lines of a list. What was not there before has only an after. */
export function sayChange(
  { before, after }: { before: unknown; after: unknown },
  { texts, asList }: { texts: AgentTexts; asList: boolean },
): { before: Said; after: Said } {
  const [one, other] = [sayValue(before, texts), sayValue(after, texts)];
  const isNew = before === null || before === undefined || after === null || after === undefined;
  if (!asList && !isNew) return { before: one, after: other };
  return { before: [one].flat(), after: [other].flat() };
}

function sayValue(value: unknown, texts: AgentTexts): Said {
  if (Array.isArray(value)) return value.map((item: unknown) => sayItem(item));
  if (value === null || value === undefined) return [];
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
