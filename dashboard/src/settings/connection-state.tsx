import type { RowOf } from "../live/index.ts";
import { Status } from "../ui/index.ts";
import { useConnectionsTexts } from "./connections-texts.ts";

export type Connection = RowOf<"/v1/connections">;

export function ConnectionState({ connection: { state } }: { connection: Connection }) {
  const texts = useConnectionsTexts();
  const tones = { working: "success", failing: "danger", unchecked: "neutral" } as const;
  return <Status tone={tones[state]}>{texts[state]}</Status>;
}
