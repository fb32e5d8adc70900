import { APICallError } from "@ai-sdk/provider";
import { Fault } from "@parley/contracts";

/** Any failure of a vendor as one of ours. Its own words may quote what people said: they stay in `cause`. */
export function toFault(error: unknown, id: string): Fault {
  if (error instanceof Fault) return error;
  const status = APICallError.isInstance(error) ? error.statusCode : undefined;
  const retryAfterMs = APICallError.isInstance(error) ? retryAfter(error.responseHeaders) : undefined;
  return new Fault("vendor_failed", sentence(status, id), {
    cause: error,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function sentence(status: number | undefined, id: string): string {
  if (status === undefined) return `The model ${id} could not be reached, or its answer broke off.`;
  if (status === 401 || status === 403)
    return `The key for the model ${id} was not accepted. Check it with the vendor.`;
  if (status === 404) return `There is no model ${id} at that address. Check its name and the base address.`;
  if (status === 429) return `The model ${id} is asked too often, or its quota is used up.`;
  return `The model ${id} answered with an error (${status}).`;
}

/** Seconds, or a date, as vendors send it. */
function retryAfter(headers: Record<string, string> | undefined): number | undefined {
  const value = headers?.["retry-after"];
  if (value === undefined || !/^\d+(?:\.\d+)?$/u.test(value)) return undefined;
  return Math.round(Number(value) * 1_000);
}
