import type { SettingName, SettingsChange } from "./types.ts";

export interface Checked {
  /** What may be saved. */
  valid: SettingsChange;
  /** For the others, what is wrong. */
  errors: Partial<Record<SettingName, string>>;
}

/** Checks each setting by the schema that the server uses; it is loaded when something is changed first. */
export async function checkSettings(edits: SettingsChange): Promise<Checked> {
  if (Object.keys(edits).length === 0) return { valid: {}, errors: {} };
  const { agentSettingsChange } = await import("@parley/contracts");
  const checked: Checked = { valid: {}, errors: {} };
  for (const [name, value] of Object.entries(edits)) {
    const parsed = agentSettingsChange.safeParse({ [name]: value });
    if (parsed.success) Object.assign(checked.valid, { [name]: value });
    else Object.assign(checked.errors, { [name]: parsed.error.issues[0]?.message ?? "" });
  }
  return checked;
}
