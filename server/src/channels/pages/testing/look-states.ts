import { defaultLook, type Look, lookTemplate } from "@parley/contracts";
import type { Sample } from "./start-sample.ts";
import { arabic, ask, german, HOST, logo, openMessenger, type State } from "./states.ts";

/** Every template: the first picture, an answer, and both with long German words and from right to left. */
export const lookStates: State[] = lookTemplate.options.flatMap((template) => [
  {
    name: `look-${template}-1-welcome`,
    path: HOST,
    prepare: (sample) => {
      logo(sample);
      wear(sample, { template });
    },
    act: async ({ page }) => void (await openMessenger(page)),
  },
  {
    name: `look-${template}-2-answer`,
    path: HOST,
    prepare: (sample) => wear(sample, { template }),
    act: async ({ page }) => ask(await openMessenger(page), "How much does it cost to hire a bike?"),
  },
  {
    name: `look-${template}-3-german`,
    path: HOST,
    host: { language: "de" },
    prepare: (sample) => {
      german(sample);
      wear(sample, { template, accent: "#b3261e", legal: { text: LEGAL, url: "https://kettle-and-chain.example/" } });
    },
    act: async ({ page }) => ask(await openMessenger(page), "Welche Versicherung brauche ich?"),
  },
  {
    name: `look-${template}-4-arabic`,
    path: HOST,
    host: { language: "ar", direction: "rtl" },
    prepare: (sample) => {
      arabic(sample);
      wear(sample, { template, accent: "#ffc400" });
    },
    act: async ({ page }) => ask(await openMessenger(page), "كم تكلفة استئجار دراجة؟"),
  },
  {
    name: `look-${template}-5-launcher`,
    path: HOST,
    prepare: (sample) => wear(sample, { template }),
    act: async ({ page }) => page.locator("button[aria-expanded]").waitFor(),
  },
]);

const LEGAL = "Datenschutzerklärung und Allgemeine Geschäftsbedingungen";

export function wear(sample: Sample, change: Partial<Look>): void {
  sample.setAgent({ look: { ...defaultLook, ...change } });
}
