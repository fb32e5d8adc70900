import type { RowOf } from "../live/index.ts";
import { type BadgeTone, Status } from "../ui/index.ts";
import { useMailTexts } from "./mail-texts.ts";

type State = RowOf<"/v1/mails">["state"];

const tones: Record<State, BadgeTone> = { waiting: "info", sent: "success", failed: "danger", kept: "neutral" };

export function MailState({ state }: { state: State }) {
  const texts = useMailTexts();
  return (
    <Status tone={tones[state]} pulse={state === "waiting"}>
      {texts.states[state]}
    </Status>
  );
}

/** In words; a new purpose without words of its own is shown as it is named. */
export function purposeIn(texts: ReturnType<typeof useMailTexts>, purpose: string): string {
  const known: Readonly<Record<string, string>> = texts.purposes;
  return known[purpose] ?? purpose;
}
