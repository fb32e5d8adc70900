/** Whether an address (`http://127.0.0.1:3000/...`) is this machine's own, as its host is written. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
