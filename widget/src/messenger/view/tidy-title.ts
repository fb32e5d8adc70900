/** A page's title without the site's name around it: "Prices – Kettle & Chain" is "Prices" on Kettle & Chain's own site. */
export function tidyTitle(title: string, name: string): string {
  const parts = title.split(/\s+[–—|·•»:-]\s+/);
  const own = (part: string | undefined) => part?.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  if (parts.length > 1 && own(parts.at(-1)))
    return title.slice(0, title.lastIndexOf(parts.at(-1) ?? "")).replace(/\s+\S\s*$/, "");
  if (parts.length > 1 && own(parts[0])) return title.slice(parts[0]?.length ?? 0).replace(/^\s*\S\s+/, "");
  return title;
}
