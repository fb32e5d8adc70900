/** What tells one site from another: the same URL twice is the same agent. */

/** `HTTPS://www.Shop.example/de/index.html?x=1#top` and `https://shop.example/de` are one site. `url` is a valid URL. */
export function siteKey(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const host = hostname
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.$/, "");
  const path = pathname.replace(/\/(index\.html?)?$/i, "");
  return `${host}${port ? `:${port}` : ""}${path}`;
}
