import { mendBrand } from "@parley/widget/brand";

/** The agent's accent before any script runs, so that the first picture has its colours. */
export function brandStyle(color: string | null, nonce: string): string {
  const { light, dark } = mendBrand(color);
  const pair = (name: string, day: string, night: string) => `--${name}:light-dark(${day},${night})`;
  const rules = [
    pair("accent", light.fill, dark.fill),
    pair("on-accent", light.ink, dark.ink),
    pair("accent-text", light.text, dark.text),
    pair("accent-soft", light.soft, dark.soft),
  ].join(";");
  return `<style nonce="${nonce}">html:root{${rules}}</style>`;
}
