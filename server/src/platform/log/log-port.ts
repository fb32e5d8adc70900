import type { Log as FullLog } from "../log.ts";

/** What a part of the platform needs of the log: static messages, and fields that hold nothing people said. */
export type Log = Pick<FullLog, "info" | "warn" | "error">;

/** Of an unknown error, what may stand in a log: its name and code, never its message, which may quote contents. */
export function errorFields(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return { error: error.name, ...code };
}
