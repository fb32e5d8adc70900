import { APICallError } from "@ai-sdk/provider";
import { type ConnectionProblem, Fault } from "@parley/contracts";

export interface Failure {
  problem: ConnectionProblem;
  /** For the person who connected the vendor: what went wrong and what to do. Never the vendor's own words. */
  message: string;
}

/** What a vendor's refusal means, told from its status and the codes in its body. */
export function explainFailure(error: unknown): Failure {
  const chain = causes(error);
  const fault = chain.find(
    (one) => one instanceof Fault && (one.code === "private_address" || one.code === "invalid_url"),
  );
  if (fault instanceof Fault) return { problem: "private_address", message: fault.message };
  const call = chain.find((one) => APICallError.isInstance(one));
  const status = APICallError.isInstance(call) ? call.statusCode : undefined;
  const body = APICallError.isInstance(call) ? (call.responseBody ?? "") : "";
  const problem = problemOf(status, body);
  return {
    problem,
    message: problem === "refused" ? `The vendor refused the request (${status ?? "no status"}).` : WORDS[problem],
  };
}

function problemOf(status: number | undefined, body: string): ConnectionProblem {
  if (status === undefined) return "unreachable";
  if (status === 402 || NO_CREDIT.test(body)) return "no_credit";
  if (status === 401 || status === 403) return "wrong_key";
  if (status === 404 || NO_MODEL.test(body)) return "no_model";
  if (status === 429) return "too_often";
  if (status >= 500) return "unreachable";
  return "refused";
}

/** An error and what caused it, the outermost first. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let one = error; one !== undefined && one !== null && chain.length < DEEPEST; one = causeOf(one))
    chain.push(one);
  return chain;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

const WORDS: Record<Exclude<ConnectionProblem, "refused">, string> = {
  wrong_key: "The vendor does not accept this key. Copy it again from the vendor's site, whole and without spaces.",
  no_model: "The vendor has no model of that name at this address. Check the name, and that the account may use it.",
  no_credit: "The account has no credit left, or no way to pay. Settle that with the vendor.",
  too_often: "The vendor says that it is asked too often. Try again in a minute, or raise the account's limit.",
  unreachable: "The vendor cannot be reached just now. Check the address, and that the server is running.",
  private_address: "The address leads to a private network.",
};
const NO_CREDIT =
  /insufficient_quota|credit balance|billing_(?:hard_limit|not_active)|exceeded your current quota|payment required/iu;
const NO_MODEL =
  /model_not_found|model_decommissioned|model[^"]{0,80}(?:not found|does not exist|not exist|unknown|not supported)|(?:unknown|invalid) model/iu;
const DEEPEST = 6;
