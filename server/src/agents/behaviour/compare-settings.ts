import { type AgentSettings, type SettingChange, weekdays } from "@parley/contracts";
import { diffText } from "./diff-text.ts";
import { changedNames, sameValue } from "./merge-settings.ts";

/** Field by field what is different, in the order of the form; groups such as hours part by part. */
export function compareSettings(before: AgentSettings, after: AgentSettings): SettingChange[] {
  return changedNames(before, after).flatMap((name) => compare(name, before[name], after[name]));
}

function compare(field: string, before: unknown, after: unknown): SettingChange[] {
  // A day that is not set is as closed as an empty one.
  if (sameValue(before, after) || (field.startsWith("hours.") && isBare(before) && isBare(after))) return [];
  if (isGroup(before) || isGroup(after)) {
    const [one, other] = [isGroup(before) ? before : {}, isGroup(after) ? after : {}];
    const names = [...new Set([...weekdays, ...Object.keys(one), ...Object.keys(other)])];
    return names.flatMap((name) => compare(`${field}.${name}`, one[name], other[name]));
  }
  return [
    {
      field,
      before: before ?? null,
      after: after ?? null,
      text: isText(before) && isText(after) ? diffText(before, after) : null,
      items: isList(before ?? []) && isList(after ?? []) ? compareItems(lines(before), lines(after)) : null,
    },
  ];
}

function compareItems(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((item) => !before.includes(item)),
    removed: before.filter((item) => !after.includes(item)),
  };
}

/** What a list holds, as people read it. */
function lines(list: unknown): string[] {
  return Array.isArray(list) ? list.map((item: unknown) => (typeof item === "string" ? item : sayItem(item))) : [];
}

function sayItem(item: unknown): string {
  if (!isGroup(item)) return String(item);
  if ("from" in item && "to" in item) return `${String(item["from"])}–${String(item["to"])}`;
  if ("model" in item) return String(item["model"]);
  if ("text" in item) return String(item["text"]);
  return JSON.stringify(item);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBare(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0;
}
