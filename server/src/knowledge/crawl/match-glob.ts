/** `*` stands for anything but a slash, `**` for anything, `?` for itself; matched against path and query. */
export function matchGlob(glob: string, pathAndQuery: string): boolean {
  const wanted = glob.startsWith("/") || glob.startsWith("*") ? glob : `/${glob}`;
  return run(tokens(wanted), pathAndQuery);
}

/** A name as it stands, or with `*` for anything. */
export function matchName(pattern: string, name: string): boolean {
  return run(tokens(pattern.replace(/\*+/g, "**")), name);
}

interface Globs {
  include: readonly string[];
  exclude: readonly string[];
}

/** Why the owner's globs keep an address out: excluded always; included when one matches or none is given. */
export function whyUnwanted(url: string, globs: Globs): string | undefined {
  const { pathname, search } = new URL(url);
  const target = pathname + search;
  const matches = (glob: string) => matchGlob(glob, target) || matchGlob(glob, pathname);
  const excluded = globs.exclude.find(matches);
  if (excluded !== undefined) return `Your rule ${excluded} leaves it out.`;
  return globs.include.length === 0 || globs.include.some(matches)
    ? undefined
    : "None of the paths that you chose holds it.";
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
