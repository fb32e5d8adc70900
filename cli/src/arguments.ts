import { parseArgs } from "node:util";
import type { Call, Command } from "./command.ts";
import { nearest } from "./nearest.ts";

/** The command line cannot be understood; the message says what to write instead. */
export class UsageError extends Error {}

/** Reads what follows a command's name. @throws UsageError */
export function readArguments(command: Command, args: readonly string[]): Pick<Call, "options" | "rest"> {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options: Record<string, string | true> = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") rest.push(token.value);
    if (token.kind === "option") options[token.name] = valueOf(command, token);
  }
  countWords(command, rest);
  return { options, rest };
}

function valueOf(
  command: Command,
  token: { name: string; rawName: string; value?: string | undefined },
): string | true {
  const option = command.options[token.name];
  if (!option) {
    const close = nearest(token.name, Object.keys(command.options));
    throw new UsageError(
      `"${command.name}" has no option ${token.rawName}.${close ? ` Did you mean --${close}?` : ""}`,
    );
  }
  if (option.type === "boolean") {
    if (token.value !== undefined) throw new UsageError(`--${token.name} takes no value.`);
    return true;
  }
  const value = token.value?.trim();
  if (!value || value.startsWith("--"))
    throw new UsageError(`--${token.name} needs a value: --${token.name} ${option.value}`);
  return value;
}

function countWords(command: Command, rest: readonly string[]): void {
  if (rest.length < command.words.least) throw new UsageError(`"${command.name}" needs more:`);
  const tooMany = rest[command.words.most];
  if (tooMany !== undefined)
    throw new UsageError(`"${command.name}" cannot do anything with "${tooMany}". Put quotes around what has spaces.`);
}
