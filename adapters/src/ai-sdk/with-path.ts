/** `base` ending with `path`, whether it had it before or not. */
export function withPath(base: string, path: string): string {
  const trimmed = base.replace(/\/+$/u, "");
  return trimmed.endsWith(path) ? trimmed : `${trimmed}${path}`;
}
