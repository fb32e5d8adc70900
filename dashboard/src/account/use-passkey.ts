import { useCallback, useEffect, useRef, useState } from "react";
import { type BodyOf, isProblem, useApi } from "../live/index.ts";
import { useAccountTexts } from "./texts.ts";

/** The challenge of a passkey that waits in the email field is good for five minutes. */
const AGAIN_AFTER_MS = 4 * 60_000;

interface PasskeySignIn {
  /** Lets the browser ask for one. */
  start: () => void;
  isWaiting: boolean;
  problem: string | null;
}

/** Signs in with a passkey: by a button, and by the browser's own suggestion in the email field. */
export function usePasskeySignIn({ offered, onDone }: { offered: boolean; onDone: () => void }): PasskeySignIn {
  const texts = useAccountTexts();
  const api = useApi();
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const done = useRef(onDone);
  done.current = onDone;

  const signIn = useCallback(
    async (inField: boolean) => {
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const options = await api.ask({ method: "post", path: "/v1/auth/passkey/options", organization: null });
      const optionsJSON = options as Parameters<typeof startAuthentication>[0]["optionsJSON"];
      const response = await startAuthentication({ optionsJSON, useBrowserAutofill: inField });
      await api.ask({ method: "post", path: "/v1/auth/passkey", body: { response }, organization: null });
      done.current();
    },
    [api],
  );

  useEffect(() => {
    if (!offered || isWaiting) return;
    const state = { ended: false };
    const offer = async () => {
      const { browserSupportsWebAuthnAutofill } = await import("@simplewebauthn/browser");
      if (!state.ended && (await browserSupportsWebAuthnAutofill())) await signIn(true);
    };
    const quietly = () =>
      void offer().catch((error: unknown) => !isCancelled(error) && setProblem(wordsOf(error, texts)));
    quietly();
    const again = setInterval(quietly, AGAIN_AFTER_MS);
    return () => {
      state.ended = true;
      clearInterval(again);
      void import("@simplewebauthn/browser").then(({ WebAuthnAbortService }) => WebAuthnAbortService.cancelCeremony());
    };
  }, [offered, isWaiting, signIn, texts]);

  const start = useCallback(() => {
    setWaiting(true);
    setProblem(null);
    signIn(false)
      .catch((error: unknown) => setProblem(wordsOf(error, texts)))
      .finally(() => setWaiting(false));
  }, [signIn, texts]);
  return { start, isWaiting, problem };
}

type Registration = BodyOf<"/v1/me/passkeys", "post">["response"];

/** Makes a passkey on this device. @throws Error with a sentence for people */
export async function makePasskey(options: object, texts: ReturnType<typeof useAccountTexts>): Promise<Registration> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  // Both are WebAuthn's own JSON: the server's library made it, and the browser's reads it.
  const optionsJSON = options as Parameters<typeof startRegistration>[0]["optionsJSON"];
  try {
    const { id, rawId, type, response } = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject } = response;
    const transports = response.transports?.filter(isTransport) ?? [];
    return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
  } catch (error) {
    const known = error instanceof Error && error.name === "InvalidStateError";
    throw new Error(known ? texts.passkeyThere : texts.passkeyCancelled, { cause: error });
  }
}

const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
const isTransport = (name: string): name is (typeof transports)[number] => transports.some((known) => known === name);

/** The person, or another ceremony, ended it. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && ["AbortError", "NotAllowedError"].includes(error.name);
}

function wordsOf(error: unknown, texts: ReturnType<typeof useAccountTexts>): string {
  return isProblem(error) ? error.message : texts.passkeyUnknown;
}
