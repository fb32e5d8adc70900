/**
 * Asks the browser for a passkey. By hand and not by `startAuthentication` of the library beside: that one ends whatever
 * runs at a moment of its own choosing, and cannot itself be ended while it prepares.
 */
import type { BodyOf } from "../live/index.ts";

type Answer = BodyOf<"/v1/auth/passkey", "post">["response"];

interface Asked {
  /** Only as a suggestion in the email field. */
  inField: boolean;
  stop: AbortSignal;
}

/** `options` are WebAuthn's own, in JSON. Rejects with the browser's own error once it has ended. */
export async function getPasskey(options: unknown, { inField, stop }: Asked): Promise<Answer> {
  const { base64URLStringToBuffer, bufferToBase64URLString } = await import("@simplewebauthn/browser");
  stop.throwIfAborted();
  const { challenge, rpId, timeout, userVerification } = optionsIn(options);
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: base64URLStringToBuffer(challenge),
      ...(rpId !== undefined && { rpId }),
      ...(timeout !== undefined && { timeout }),
      ...(userVerification !== undefined && { userVerification }),
    },
    signal: stop,
    ...(inField && { mediation: "conditional" }),
  });
  const isPasskey = credential instanceof PublicKeyCredential;
  if (!isPasskey || !(credential.response instanceof AuthenticatorAssertionResponse)) {
    throw new DOMException("The browser gave no passkey.", "NotAllowedError");
  }
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
  return {
    id: credential.id,
    rawId: bufferToBase64URLString(credential.rawId),
    type: "public-key",
    clientExtensionResults: {},
    response: {
      clientDataJSON: bufferToBase64URLString(clientDataJSON),
      authenticatorData: bufferToBase64URLString(authenticatorData),
      signature: bufferToBase64URLString(signature),
      ...(userHandle && { userHandle: bufferToBase64URLString(userHandle) }),
    },
  };
}

/** Whether the browser can show passkeys among its suggestions for a field. */
export async function offersPasskeysInFields(): Promise<boolean> {
  if (typeof PublicKeyCredential === "undefined") return false;
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

interface Options {
  challenge: string;
  rpId: string | undefined;
  timeout: number | undefined;
  userVerification: UserVerificationRequirement | undefined;
}

const verifications = ["discouraged", "preferred", "required"] as const;

function optionsIn(given: unknown): Options {
  const options: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(Object(given)));
  const { challenge, rpId, timeout, userVerification } = options;
  if (typeof challenge !== "string") throw new Error("The server gave no challenge.");
  return {
    challenge,
    rpId: typeof rpId === "string" ? rpId : undefined,
    timeout: typeof timeout === "number" ? timeout : undefined,
    userVerification: verifications.find((known) => known === userVerification),
  };
}
