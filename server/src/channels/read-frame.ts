/** The frames of `/v1/realtime` as they come in, and the faults that go out. */
import { clientFrame, type ClientFrame, Fault, MESSAGE_LIMIT, type ServerFrame } from "@parley/contracts";
import { type FramePort, parseFrame } from "../platform/index.ts";

/** Tells the client of a fault; what is none goes to the log. */
export function sendFault(
  port: FramePort,
  { error, clientId, report }: { error: unknown; clientId: string | null; report: (error: unknown) => void },
): void {
  const fault = error instanceof Fault ? error : new Fault("internal");
  if (!(error instanceof Fault)) report(error);
  port.send({
    type: "fault",
    code: fault.code,
    message: fault.message,
    clientId,
    retryAfterMs: fault.retryAfterMs ?? null,
  } satisfies ServerFrame);
}

/** @throws Fault invalid_request that names the field, or too_large for a message that is too long. */
export function readFrame(data: string): ClientFrame {
  const parsed = clientFrame.safeParse(parseFrame(data));
  if (parsed.success) {
    if (parsed.data.type === "message" && !isPlain(parsed.data.clientId)) {
      throw new Fault("invalid_request", "The clientId of a message must be plain characters.");
    }
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  if (issue?.code === "too_big" && issue.path[0] === "text") {
    throw new Fault("too_large", `A message may have at most ${MESSAGE_LIMIT} characters.`, { field: "text" });
  }
  throw new Fault(
    "invalid_request",
    `The frame is not valid: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim(),
  );
}

/** The id of the message that a bad frame was about, so that the client can let go of it. */
export function clientIdIn(data: string): string | null {
  try {
    const id: unknown = readObject(parseFrame(data))?.["clientId"];
    return typeof id === "string" && id.length <= 64 && isPlain(id) ? id : null;
  } catch {
    return null;
  }
}

function readObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

/** Can be stored and compared: no control characters, no halves of surrogate pairs. */
const isPlain = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text);
