import { readArguments, UsageError } from "./arguments.ts";
import { backup } from "./commands/backup.ts";
import { config } from "./commands/config.ts";
import { demo } from "./commands/demo.ts";
import { doctor } from "./commands/doctor.ts";
import { key } from "./commands/key.ts";
import { migrate } from "./commands/migrate.ts";
import { owner } from "./commands/owner.ts";
import { restore } from "./commands/restore.ts";
import { start } from "./commands/start.ts";
import { ask } from "./commands/ask.ts";
import type { Command } from "./command.ts";
import { explain } from "./explain.ts";
import { helpOf, overview } from "./help.ts";
import { nearest } from "./nearest.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

export const commands: readonly Command[] = [start, ask, owner, key, config, backup, restore, migrate, doctor, demo];

/** Runs one command line. Gives the exit code: 0 done, 1 failed, 2 misunderstood, 130 stopped by Ctrl-C. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "help", ...rest] = args;
  if (["--version", "-v", "version"].includes(name)) return print(terminal, version());
  if (["help", "--help", "-h"].includes(name)) return help(rest[0], terminal);
  const command = commands.find((each) => each.name === name);
  if (!command) return misunderstood(terminal, unknownCommand(name));
  if (rest.includes("--help") || rest.includes("-h")) return print(terminal, helpOf(command));
  try {
    return await command.run({ ...readArguments(command, rest), terminal });
  } catch (error) {
    if (error instanceof UsageError) return misunderstood(terminal, `${error.message}\n\n  parley ${command.usage}`);
    return failed(terminal, error, rest.includes("--json"));
  }
}

function help(name: string | undefined, terminal: Terminal): number {
  const command = commands.find((each) => each.name === name);
  if (name !== undefined && !command) return misunderstood(terminal, unknownCommand(name));
  return print(terminal, command ? helpOf(command) : overview(commands));
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

function misunderstood(terminal: Terminal, text: string): number {
  terminal.note(text);
  return 2;
}

function unknownCommand(name: string): string {
  const close = nearest(name, [...commands.map((command) => command.name), "help"]);
  return `There is no command "${name}".${close ? ` Did you mean "${close}"?` : ""} \`parley help\` lists them.`;
}

function failed(terminal: Terminal, error: unknown, json: boolean): number {
  const { code, message } = explain(error);
  if (json) terminal.out(JSON.stringify({ error: { code, message } }));
  else terminal.note(message);
  return 1;
}
