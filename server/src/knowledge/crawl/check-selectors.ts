import { type CrawlSettings, Fault } from "@parley/contracts";
import { faultOfSelector } from "../extract/select-parts.ts";

/** Throws Fault invalid_request for a CSS selector that cannot be read, with its field. */
export async function checkSelectors(settings: Partial<CrawlSettings>): Promise<void> {
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
