import type { components } from "./schema.ts";

/** The codes that the server knows, and those of this client: no answer came, or none that it can read. */
export type ProblemCode = components["schemas"]["Problem"]["code"] | "unreachable" | "unreadable";

interface ProblemParts {
  status: number;
  code: string;
  title?: string | undefined;
  detail: string;
  field?: string | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** What went wrong, as the server says it. `message` and `detail` are a sentence for people, `code` is stable. */
export class ParleyProblem extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** A later server may know more codes than `ProblemCode`. */
  readonly code: ProblemCode | (string & {});
  readonly title: string;
  readonly detail: string;
  /** The field at fault, as a path such as `settings.pageLimit`. */
  readonly field: string | undefined;
  /** Name it when you ask for help. */
  readonly requestId: string | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(parts: ProblemParts) {
    super(parts.detail, { cause: parts.cause });
    this.name = "ParleyProblem";
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title ?? parts.detail;
    this.detail = parts.detail;
    this.field = parts.field;
    this.requestId = parts.requestId;
    this.retryAfter = parts.retryAfter;
  }
}

export function isProblem(error: unknown, code?: ProblemCode): error is ParleyProblem {
  return error instanceof ParleyProblem && (code === undefined || error.code === code);
}

/** From an answer that is not a success. Proxies in between answer in words of their own. */
export async function readProblem(response: Response): Promise<ParleyProblem> {
  const text = await response.text().catch(() => "");
  const { code, title, detail, field, requestId } = readObject(text);
  return new ParleyProblem({
    status: response.status,
    code: textOr(code, "unreadable"),
    title: textOr(title, undefined),
    detail: textOr(detail, `The server answered with status ${response.status}.`),
    field: textOr(field, undefined),
    requestId: textOr(requestId, response.headers.get("x-request-id") ?? undefined),
    retryAfter: retryAfterOf(response),
  });
}

/** Seconds, or undefined when the answer names none. */
export function retryAfterOf(response: Response): number | undefined {
  const header = response.headers.get("retry-after");
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function textOr<T extends string | undefined>(value: unknown, fallback: T): string | T {
  return typeof value === "string" ? value : fallback;
}
