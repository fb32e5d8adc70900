import type { Command } from "./command.ts";
import { version } from "./version.ts";

export function overview(commands: readonly Command[]): string {
  const lines = commands.map(({ usage, about }) => ({ written: usage.split(/ \[--| \| /)[0] ?? usage, about }));
  const width = Math.max(...lines.map(({ written }) => written.length));
  return [
    `Parley ${version()} turns a website into an agent that answers from it.`,
    "",
    ...lines.map(({ written, about }) => `  parley ${written.padEnd(width)}  ${about}`),
    "",
    "`parley help COMMAND` says more about one of them.",
    "In the repository: npm run --silent parley -- COMMAND",
  ].join("\n");
}

export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => ({
    written: `--${name}${option.value ? ` ${option.value}` : ""}`,
    about: option.about,
  }));
  const width = Math.max(0, ...options.map((option) => option.written.length));
  return [
    `parley ${command.usage}`,
    "",
    `  ${command.about}`,
    ...(options.length > 0 ? [""] : []),
    ...options.map((option) => `  ${option.written.padEnd(width)}  ${option.about}`),
  ].join("\n");
}
