/** `https://www.example.com/shop/` as people say it: `example.com/shop`. */
export function siteName(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return (url.host.replace(/^www\./, "") + url.pathname).replace(/\/$/, "");
}
