/** `*` stands for anything but a slash, `**` for anything, `?` for itself; matched against path and query. */
export function matchGlob(glob: string, pathAndQuery: string): boolean {
  const wanted = glob.startsWith("/") || glob.startsWith("*") ? glob : `/${glob}`;
  return run(tokens(wanted), pathAndQuery);
}

/** Whether the owner's globs let an address in: excluded never; included when one matches or none is given. */
export function isWanted(url: string, globs: { include: readonly string[]; exclude: readonly string[] }): boolean {
  const { pathname, search } = new URL(url);
  const target = pathname + search;
  const matches = (glob: string) => matchGlob(glob, target) || matchGlob(glob, pathname);
  if (globs.exclude.some(matches)) return false;
  return globs.include.length === 0 || globs.include.some(matches);
}

type Token = { kind: "text"; text: string } | { kind: "star" } | { kind: "globstar" };

function tokens(glob: string): Token[] {
  return glob.split(/(\*+)/).flatMap((part): Token[] => {
    if (part === "") return [];
    if (part === "*") return [{ kind: "star" }];
    return part.startsWith("**") ? [{ kind: "globstar" }] : [{ kind: "text", text: part }];
  });
}

/** The set of places reached so far, token by token: linear, whatever the pattern. */
function run(pattern: readonly Token[], text: string): boolean {
  let places = new Set([0]);
  for (const [at, token] of pattern.entries()) {
    const next = new Set<number>();
    for (const place of places) {
      if (token.kind === "text") {
        if (text.startsWith(token.text, place)) next.add(place + token.text.length);
        // `/docs/**` means `/docs` too.
        else if (
          isLastSlash(pattern, at) &&
          text.length === place + token.text.length - 1 &&
          `${text.slice(place)}/` === token.text
        )
          return true;
      } else spread(token, { text, place, next });
    }
    if (next.size === 0) return false;
    places = next;
  }
  return places.has(text.length);
}

function spread(token: Token, { text, place, next }: { text: string; place: number; next: Set<number> }): void {
  for (let end = place; end <= text.length && !next.has(end); end += 1) {
    next.add(end);
    if (token.kind === "star" && text[end] === "/") break;
  }
}

function isLastSlash(pattern: readonly Token[], at: number): boolean {
  const token = pattern[at];
  return (
    token?.kind === "text" &&
    token.text.endsWith("/") &&
    pattern[at + 1]?.kind === "globstar" &&
    at + 2 === pattern.length
  );
}
