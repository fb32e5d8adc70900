import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export interface LineStream {
  /** One whole line, its end included. */
  write(line: string): void;
}

/** Standard error: what a command answers on standard output stays alone there. */
export function stderrLines(): LineStream {
  return { write: (line) => void process.stderr.write(line) };
}

export interface LogFile extends LineStream {
  close(): void;
}

const LARGEST_FILE = 20 * 1024 * 1024;
const KEEP = 5;

/** Appends to `path`; at `maxBytes` the file becomes `path.1`, that one `path.2`, and so on up to `keep`. Throws when it cannot be opened. */
export function openLogFile(path: string, { maxBytes = LARGEST_FILE, keep = KEEP } = {}): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  const open = () => openSync(path, "a", 0o600);
  let fd = open();
  let size = fstatSync(fd).size;
  let closed = false;

  function rotate() {
    closeSync(fd);
    rmSync(`${path}.${keep}`, { force: true });
    for (let number = keep - 1; number >= 1; number -= 1) moveIfThere(`${path}.${number}`, `${path}.${number + 1}`);
    moveIfThere(path, `${path}.1`);
    fd = open();
    size = 0;
  }

  return {
    write(line) {
      if (closed) return;
      try {
        const bytes = Buffer.byteLength(line);
        if (size > 0 && size + bytes > maxBytes) rotate();
        writeSync(fd, line);
        size += bytes;
      } catch {
        // A full disk must not stop the server; the lines are on standard error as well.
      }
    },
    close() {
      if (!closed) closeSync(fd);
      closed = true;
    },
  };
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // Not there yet.
  }
}

const looks: Record<number, [name: string, colour: number]> = {
  10: ["trace", 90],
  20: ["debug", 90],
  30: ["info", 36],
  40: ["warn", 33],
  50: ["error", 31],
  60: ["fatal", 31],
};

/** JSON lines as lines for people: time, level, message, fields, stack. Levels up to `hideUpTo` are left out. */
export function prettyLines(to: LineStream, hideUpTo: number): LineStream {
  return {
    write(line) {
      const { level, time, msg, err, ...fields } = JSON.parse(line);
      if (level <= hideUpTo) return;
      const [name, colour] = looks[level] ?? [String(level), 0];
      const rest = Object.entries(fields).map(
        ([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
      );
      const failure = err ? [`${err.name}${err.code ? ` (${err.code})` : ""}`] : [];
      const detail = [...failure, ...rest].join(" ");
      const stack = err?.stack && level >= 50 ? `\n\x1b[90m${err.stack}\x1b[0m` : "";
      const gray = detail === "" ? "" : ` \x1b[90m${detail}\x1b[0m`;
      to.write(
        `\x1b[90m${String(time).slice(11, 19)}\x1b[0m \x1b[${colour}m${name.padEnd(5)}\x1b[0m ${msg}${gray}${stack}\n`,
      );
    },
  };
}
