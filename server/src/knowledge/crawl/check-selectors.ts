import { type CrawlSettings, Fault } from "@parley/contracts";
import { faultOfGlobs } from "./match-glob.ts";
import { faultOfSelector } from "../extract/select-parts.ts";

/** Throws Fault invalid_request for a CSS selector or for globs that cannot be worked with, with their field. */
export async function checkSelectors(settings: Partial<CrawlSettings>): Promise<void> {
  for (const field of ["include", "exclude"] as const) {
    const wrong = faultOfGlobs(settings[field] ?? []);
    if (wrong !== undefined) throw new Fault("invalid_request", wrong, { field: `settings.${field}` });
  }
  for (const field of ["keepSelectors", "dropSelectors"] as const)
    for (const [at, selector] of (settings[field] ?? []).entries()) {
      const wrong = await faultOfSelector(selector);
      if (wrong !== undefined)
        throw new Fault(
          "invalid_request",
          `${selector} is no CSS selector that can be read. Write one such as .article or #content.`,
          {
            field: `settings.${field}.${at}`,
          },
        );
    }
}
