/** Where a request is wrong, and how: the first mistake, and in a choice of forms the one of the form that was meant. */

export interface Mistake {
  /** A path such as `settings.pageLimit` or `items.3.title`; empty for the whole. */
  field: string;
  message: string;
}

interface Issue {
  path: (string | number)[];
  code: string;
  message: string;
  keys: string[];
  /** Of each form of a choice that did not fit. */
  forms: Issue[][];
}

const LONGEST_MESSAGE = 300;

/** `validation` is what fastify-type-provider-zod makes of zod's issues. */
export function findMistake(validation: readonly unknown[]): Mistake {
  const { path, message } = deepest(readIssue(validation[0]));
  return { field: path.join("."), message: message.slice(0, LONGEST_MESSAGE) };
}

function deepest(issue: Issue): Issue {
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    return { ...issue, path: [...issue.path, key], message: "there is no such field" };
  }
  const meant = meantForm(issue.forms);
  if (!meant) return issue;
  const inner = deepest(meant);
  return { ...inner, path: [...issue.path, ...inner.path] };
}

/** The form that came furthest: what fails at its root (a list where an object came) was not meant. */
function meantForm(forms: readonly Issue[][]): Issue | undefined {
  const candidates = forms.flatMap((issues) => {
    const [first] = issues;
    return first ? [{ first, depth: Math.min(...issues.map(depthOf)), count: issues.length }] : [];
  });
  const [best] = candidates.toSorted((a, b) => b.depth - a.depth || a.count - b.count);
  return best && best.depth > 0 ? best.first : undefined;
}

function depthOf(issue: Issue): number {
  return issue.path.length + Math.max(0, ...issue.forms.flat().map(depthOf));
}

function readIssue(value: unknown): Issue {
  const { instancePath, path, keyword, code, message, params, keys, errors } = fields(value);
  const inner = fields(params);
  return {
    path: typeof instancePath === "string" ? instancePath.split("/").filter(Boolean) : listIn(path).filter(isStep),
    code: String(keyword ?? code ?? ""),
    message: typeof message === "string" ? message : "not valid",
    keys: listIn(keys ?? inner["keys"]).filter((key) => typeof key === "string"),
    forms: listIn(errors ?? inner["errors"]).map((issues) => listIn(issues).map(readIssue)),
  };
}

const isStep = (step: unknown): step is string | number => typeof step === "string" || typeof step === "number";
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const fields = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};
