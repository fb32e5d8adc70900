export const systemDark = matchMedia("(prefers-color-scheme:dark)");

/** Dark on dark pages: what the script tag says, else what the page's background is, else what the page declares. */
export function findTheme(wanted?: string): "light" | "dark" {
  const html = document.documentElement;
  let dark = wanted === "dark";
  if (!wanted) {
    const scheme = getComputedStyle(html).colorScheme;
    dark = scheme === "dark" || (/dark/.test(scheme) && systemDark.matches);
    for (const element of [html, document.body]) {
      const colour = element ? getComputedStyle(element).backgroundColor : "";
      const [first = 0, second = 0, , alpha = 1] = (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
      // Green says most of how bright an rgb colour is; lab(), oklch() and their like begin with the lightness.
      if (alpha) dark = (colour[0] === "r" ? second / 255 : colour[0] === "l" ? first / 100 : first) < 0.45;
    }
  }
  return dark ? "dark" : "light";
}
