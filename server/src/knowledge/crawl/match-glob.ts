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
  const matches = (glob: string) => matchGlob(glob, target) || (search !== "" && matchGlob(glob, pathname));
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

/** The places reached so far, token by token: as much work as the two are long, whatever the pattern. */
function run(pattern: readonly Token[], text: string): boolean {
  let places = new Uint8Array(text.length + 1);
  places[0] = 1;
  let [first, last] = [0, 0];
  for (const [at, token] of pattern.entries()) {
    if (token.kind === "text" && isFolder(pattern, at, { text, places })) return true;
    const next = new Uint8Array(text.length + 1);
    const reached =
      token.kind === "text"
        ? step(token.text, { text, places, first, last, next })
        : spread(token, { text, places, first, next });
    if (!reached) return false;
    places = next;
    [first, last] = reached;
  }
  return places[text.length] === 1;
}

interface Places {
  text: string;
  places: Uint8Array;
  /** Of the places that are reached. */
  first: number;
  last: number;
  next: Uint8Array;
}

type Reached = [first: number, last: number] | undefined;

function step(wanted: string, { text, places, first, last, next }: Places): Reached {
  let [least, most] = [-1, -1];
  for (let at = first; at <= last; at += 1) {
    if (places[at] !== 1 || !text.startsWith(wanted, at)) continue;
    most = at + wanted.length;
    if (least < 0) least = most;
    next[most] = 1;
  }
  return least < 0 ? undefined : [least, most];
}

function spread(token: Token, { text, places, first, next }: Omit<Places, "last">): Reached {
  let open = false;
  let most = first;
  for (let at = first; at <= text.length; at += 1) {
    open ||= places[at] === 1;
    if (!open) continue;
    next[at] = 1;
    most = at;
    if (token.kind === "star" && text[at] === "/") open = false;
  }
  return [first, most];
}

/** `/docs/**` means `/docs` too. */
function isFolder(pattern: readonly Token[], at: number, { text, places }: Pick<Places, "text" | "places">): boolean {
  const token = pattern[at];
  if (token?.kind !== "text" || !isLastSlash(pattern, at)) return false;
  const place = text.length - token.text.length + 1;
  return place >= 0 && places[place] === 1 && `${text.slice(place)}/` === token.text;
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

/** Signs that stand for others, in all globs of a source: each is looked at for every address. */
const MOST_STARS = 200;

/** What is wrong with a source's globs, as a sentence; undefined for good ones. */
export function faultOfGlobs(globs: readonly string[]): string | undefined {
  const stars = globs.reduce((sum, glob) => sum + (glob.match(/\*+/g)?.length ?? 0), 0);
  return stars > MOST_STARS
    ? `These paths hold ${stars} asterisks; ${MOST_STARS} are allowed. Write fewer or plainer ones.`
    : undefined;
}
