import type { Terminal } from "./terminal.ts";

export interface Option {
  type: "string" | "boolean";
  /** What stands for its value in the help, such as `DIR`. */
  value?: string;
  about: string;
}

/** What a command was called with: options by name, and the rest in order. */
export interface Call {
  options: Readonly<Record<string, string | true | undefined>>;
  rest: readonly string[];
  terminal: Terminal;
}

export interface Command {
  name: string;
  /** How it is written, without the word `parley`. */
  usage: string;
  about: string;
  /** How many words may follow, beside the options. */
  words: { least: number; most: number };
  options: Readonly<Record<string, Option>>;
  /** Gives the exit code. Faults may be thrown. */
  run(call: Call): Promise<number>;
}

export const dataOption = {
  data: { type: "string", value: "DIR", about: "the data directory (PARLEY_DATA, else ./data)" },
} as const satisfies Record<string, Option>;

export const jsonOption = {
  json: { type: "boolean", about: "print one JSON value and nothing else" },
} as const satisfies Record<string, Option>;

/** The value of an option that takes one. */
export function textOf(call: Pick<Call, "options">, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === "string" ? value : undefined;
}
