import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

/** What is known of the browser that runs pages' scripts. */
export type FoundChromium = { path: string; reason: null } | { path: null; reason: string };

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "headless_shell"];
const places = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/opt/google/chrome",
  "/usr/lib/chromium",
  "/usr/lib64/chromium-browser",
];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * @param wanted `PARLEY_CHROMIUM`: a path, `off`, or null to look on the search path and in the usual places
 * @param searchPath folders as in `PATH`
 */
export async function findChromium(wanted: string | null, searchPath: string): Promise<FoundChromium> {
  if (wanted === "off") return { path: null, reason: "Browsers are switched off on this server (PARLEY_CHROMIUM)." };
  if (wanted !== null) {
    return (await runs(wanted))
      ? { path: wanted, reason: null }
      : { path: null, reason: "The browser that PARLEY_CHROMIUM names is not there, or may not be run." };
  }
  const folders = [...searchPath.split(delimiter).filter(isAbsolute), ...places];
  for (const path of [
    ...new Set(names.flatMap((name) => folders.map((folder) => join(folder, name)))),
    ...applications,
  ])
    if (await runs(path)) return { path, reason: null };
  return {
    path: null,
    reason: "No Chromium or Chrome was found on this server. Install one, or name it in PARLEY_CHROMIUM.",
  };
}

async function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
