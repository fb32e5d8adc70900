/** Dark on dark pages: what the script tag says, else what the page's background is, else what the page declares. */
export function findTheme(wanted: string | undefined): "light" | "dark" {
  if (wanted === "light" || wanted === "dark") return wanted;
  for (const element of [document.body, document.documentElement]) {
    if (!element) continue;
    const [r = 0, g = 0, b = 0, alpha = 1] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (alpha > 0.5) return r * 0.3 + g * 0.6 + b * 0.1 < 110 ? "dark" : "light";
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const dark = /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia("(prefers-color-scheme:dark)").matches);
  return dark ? "dark" : "light";
}
