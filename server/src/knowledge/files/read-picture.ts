import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Clock } from "../../platform/index.ts";
import type { ReadPicture } from "./parse/types.ts";

export interface TesseractChoice {
  /** A path, `off`, or null to look for it on the search path. */
  path: string | null;
  searchPath: string;
  /** As Tesseract names them, such as `eng+deu`; null for its own choice. */
  languages: string | null;
}

const WITHIN_MS = 60_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Reads the words of pictures with the Tesseract of this machine; undefined where there is none. */
export function createReadPicture(
  { path, searchPath, languages }: TesseractChoice,
  clock: Clock,
): ReadPicture | undefined {
  const program = path === "off" ? undefined : (path ?? find(searchPath));
  if (program === undefined) return undefined;
  const args = ["stdin", "stdout", ...(languages === null ? [] : ["-l", languages])];
  return (picture) =>
    new Promise((resolve) => {
      const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], env: { OMP_THREAD_LIMIT: "1" } });
      const pieces: Buffer[] = [];
      let size = 0;
      const late = clock.every(WITHIN_MS, () => child.kill("SIGKILL"));
      const end = (text: string) => {
        late();
        resolve(text);
      };
      child.stdout.on("data", (piece: Buffer) => {
        size += piece.length;
        if (size > MOST_BYTES) child.kill("SIGKILL");
        else pieces.push(piece);
      });
      child.on("error", () => end(""));
      child.on("close", (code) => end(code === 0 ? Buffer.concat(pieces).toString() : ""));
      // It may be gone before it has read everything.
      child.stdin.on("error", () => undefined);
      child.stdin.end(picture);
    });
}

function find(searchPath: string): string | undefined {
  return searchPath
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, "tesseract"))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
