import { useCallback, useEffect, useRef, useState } from "react";
import { type BodyOf, isProblem, useApi } from "../live/index.ts";
import { getPasskey, offersPasskeysInFields } from "./get-passkey.ts";
import { createPasskeyTurns, type Turn } from "./passkey-turns.ts";
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
  const [turns] = useState(createPasskeyTurns);
  const own = useRef<Turn | null>(null);

  const signIn = useCallback(
    async (inField: boolean, stop: AbortSignal) => {
      const options = await api.ask({ method: "post", path: "/v1/auth/passkey/options", organization: null });
      stop.throwIfAborted();
      const response = await getPasskey(options, { inField, stop });
      await api.ask({ method: "post", path: "/v1/auth/passkey", body: { response }, organization: null });
      done.current();
    },
    [api],
  );

  useEffect(() => {
    if (!offered || isWaiting) return;
    let turn: Turn | null = null;
    const offer = () => {
      turn = turns.take(async (stop) => {
        if (await offersPasskeysInFields()) await signIn(true, stop);
      });
      turn.ended.catch((error: unknown) => !isCancelled(error) && setProblem(wordsOf(error, texts)));
    };
    offer();
    const again = setInterval(offer, AGAIN_AFTER_MS);
    return () => {
      clearInterval(again);
      turn?.stop();
    };
  }, [offered, isWaiting, signIn, texts, turns]);
  useEffect(() => () => own.current?.stop(), []);

  const start = useCallback(() => {
    setWaiting(true);
    setProblem(null);
    own.current = turns.take((stop) => signIn(false, stop));
    own.current.ended.catch((error: unknown) => setProblem(wordsOf(error, texts))).finally(() => setWaiting(false));
  }, [signIn, texts, turns]);
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
