import { Fault, faultCatalogue, type FaultCode, type Problem } from "@parley/contracts";
import { findMistake } from "./find-mistake.ts";

/** RFC 9457's form of a fault. */
export function problemOf(fault: Fault, requestId: string): Problem {
  const { status, title } = faultCatalogue[fault.code];
  return {
    type: `urn:parley:problem:${fault.code}`,
    title,
    status,
    code: fault.code,
    detail: fault.message,
    ...(fault.field === undefined ? {} : { field: fault.field }),
    requestId,
  };
}

/** The fault that an error of a handler, of validation or of Fastify stands for; undefined when nobody expected it. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode, validation, validationContext } = readFastifyError(error);
  if (validation) return invalid(validation, validationContext);
  const known = byFastifyCode[code];
  if (known) return new Fault(known[0], known[1]);
  // Errors of other libraries carry a status too, of what they asked for elsewhere.
  const ofRequest = code.startsWith("FST_") || (error instanceof SyntaxError && statusCode === 400);
  if (!ofRequest) return undefined;
  const fault = byStatus[statusCode] ?? (statusCode >= 400 && statusCode < 500 ? "invalid_request" : undefined);
  return fault && new Fault(fault);
}

/** A path that cannot name anything names nothing: not found. */
function invalid(mistakes: readonly unknown[], context: string): Fault {
  if (context === "params") return new Fault("not_found");
  const { field, message } = findMistake(mistakes);
  if (field === "")
    return new Fault("invalid_request", `The ${placeNames[context] ?? "request"} is not valid: ${message}.`);
  return new Fault("invalid_request", `"${field}" is not valid: ${message}.`, { field });
}

const placeNames: Record<string, string> = { body: "body", querystring: "query", headers: "header" };

const byFastifyCode: Record<string, [FaultCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["too_large", "The body of the request is too large. Send less at once."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported_type", "Send JSON, with the header Content-Type: application/json."],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    "invalid_request",
    "The body is empty. Send JSON, or leave out the header Content-Type.",
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ["invalid_request", "The body is not valid JSON."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["invalid_request", "The body is not as long as its Content-Length says."],
  FST_ERR_BAD_URL: ["invalid_request", "The path of the request is not valid."],
  FST_ERR_MAX_PARAM_LENGTH: ["not_found", "There is no such thing here."],
};

const byStatus: Record<number, FaultCode> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "too_large",
  414: "not_found",
  415: "unsupported_type",
  429: "rate_limited",
  503: "unavailable",
};

function readFastifyError(error: Error) {
  const { code, statusCode, validation, validationContext }: Record<string, unknown> = { ...error };
  return {
    code: typeof code === "string" ? code : "",
    statusCode: typeof statusCode === "number" ? statusCode : 0,
    validation: Array.isArray(validation) ? validation : undefined,
    validationContext: typeof validationContext === "string" ? validationContext : "",
  };
}
