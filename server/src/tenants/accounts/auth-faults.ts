/** better-auth's errors as faults of ours: its codes are its own affair. */
import { Fault, type FaultCode } from "@parley/contracts";

const known: Record<string, [FaultCode, string, field?: string]> = {
  INVALID_EMAIL_OR_PASSWORD: ["wrong_credentials", "The email or the password is not right."],
  INVALID_EMAIL: ["wrong_credentials", "The email or the password is not right."],
  EMAIL_NOT_VERIFIED: [
    "email_unverified",
    "This email address is not confirmed yet. We have sent you a new link: open it, then sign in.",
  ],
  INVALID_CODE: ["wrong_credentials", "This code is not right. Enter the one that your app shows now.", "code"],
  INVALID_BACKUP_CODE: ["wrong_credentials", "This recovery code is not right, or it has been used.", "code"],
  INVALID_TWO_FACTOR_COOKIE: ["unauthorized", "That took too long. Sign in again with your password."],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ["unauthorized", "Too many wrong codes. Sign in again with your password."],
  ACCOUNT_TEMPORARILY_LOCKED: ["rate_limited", "Too many wrong codes. Try again in a quarter of an hour."],
  TOTP_ALREADY_ENABLED: ["already_exists", "Two-step sign-in is on already."],
  TOTP_NOT_ENABLED: ["conflict", "Two-step sign-in is not on."],
  TWO_FACTOR_NOT_ENABLED: ["conflict", "Two-step sign-in is not on."],
  BACKUP_CODES_NOT_ENABLED: ["conflict", "Two-step sign-in is not on."],
  PASSKEY_NOT_FOUND: ["wrong_credentials", "This passkey is not known here. Sign in in another way."],
  CHALLENGE_NOT_FOUND: ["conflict", "That took too long. Try the passkey again."],
  AUTHENTICATION_FAILED: [
    "wrong_credentials",
    "This passkey could not be checked. Try again, or sign in in another way.",
  ],
  FAILED_TO_VERIFY_REGISTRATION: ["invalid_request", "This passkey could not be checked. Try again."],
  PREVIOUSLY_REGISTERED: ["already_exists", "This passkey is there already."],
  PROVIDER_NOT_FOUND: ["not_found", "This way to sign in is not set up on this server."],
  UNAUTHORIZED: ["unauthorized", "Sign in first."],
};

/** What better-auth threw, as a fault; undefined when nobody expected it. */
export function faultOfAuth(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error;
  if (!(error instanceof Error) || error.name !== "APIError") return undefined;
  const body: unknown = Reflect.get(error, "body");
  const code: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "code") : undefined;
  const fault = known[typeof code === "string" ? code : ""];
  if (fault) {
    const [ours, sentence, field] = fault;
    return new Fault(ours, sentence, { cause: error, ...(field === undefined ? {} : { field }) });
  }
  const status: unknown = Reflect.get(error, "statusCode");
  if (status === 401) return new Fault("unauthorized", "Sign in first.", { cause: error });
  if (status === 404) return new Fault("not_found", undefined, { cause: error });
  if (status === 409) return new Fault("conflict", "That did not work out. Try again.", { cause: error });
  return typeof status === "number" && status < 500
    ? new Fault("invalid_request", "That did not work out. Try again.", { cause: error })
    : undefined;
}
