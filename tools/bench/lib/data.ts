import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../../shared");

/** The path of a file of the test data. */
export const dataFile = (path: string): string => join(root, "data", path);

export const hasFile = (path: string): boolean => existsSync(dataFile(path));

/** One JSON value a line; the caller knows their shape. */
export function readLines<T>(path: string): T[] {
  const text = readFileSync(dataFile(path), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): T => JSON.parse(line));
}
