import type { AnswerOf } from "../live/index.ts";
import { Status } from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

export type Source = AnswerOf<"/v1/sources/{id}">;
export type Website = Extract<Source, { type: "website" }>;

export const isConnected = (source: Source): source is Extract<Source, { type: "google-drive" | "intercom" }> =>
  source.type === "google-drive" || source.type === "intercom";

const tones = {
  queued: "info",
  running: "info",
  paused: "warning",
  done: "success",
  failed: "danger",
  cancelled: "neutral",
} as const;

export function SourceStatus({ source }: { source: Source }) {
  const texts = useKnowledgeTexts();
  const { status } = source;
  return (
    <Status tone={tones[status]} pulse={status === "running"}>
      {texts.status[status]}
    </Status>
  );
}

export const isOpen = ({ status }: Pick<Source, "status">): boolean => status === "queued" || status === "running";
