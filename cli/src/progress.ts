import type { Source } from "@parley/contracts";
import type { Terminal } from "./terminal.ts";

const BAR = 24;
const PLAIN_EVERY_MS = 5_000;

export interface Progress {
  show(source: Source): void;
  /** Takes the bar away, so that other lines can follow. */
  clear(): void;
}

/** How far the reading is: a bar on a terminal, elsewhere a plain line every few seconds. */
export function createProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  let plain = "";
  let plainAt = now();
  const { live } = terminal;
  if (!live)
    return {
      show(source) {
        const text = describe(source);
        if (text === plain || now() - plainAt < PLAIN_EVERY_MS) return;
        [plain, plainAt] = [text, now()];
        terminal.note(text);
      },
      clear() {},
    };
  return {
    show: (source) => live.write(`\r\u001b[K${bar(source)} ${describe(source)}`.slice(0, live.columns + 3)),
    clear: () => live.write("\r\u001b[K"),
  };
}

/** Such as `Reading docs.example: 34 of 81 pages, 3 not readable`. */
export function describe({ name, progress }: Source): string {
  const host = URL.canParse(name) ? new URL(name).host : name;
  const failed = progress.failed > 0 ? `, ${progress.failed} not readable` : "";
  return `Reading ${host}: ${done(progress)} of ${count(progress.found, "page")}${failed}`;
}

function bar({ progress }: Source): string {
  const filled = progress.found === 0 ? 0 : Math.min(BAR, Math.floor((done(progress) / progress.found) * BAR));
  return `${"█".repeat(filled)}${"░".repeat(BAR - filled)}`;
}

function done({ fetched, failed }: Source["progress"]): number {
  return fetched + failed;
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
