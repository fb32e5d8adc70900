import type { AnswerOf } from "../../live/index.ts";
import { Status } from "../../ui/index.ts";
import { useFileTexts } from "./texts.ts";

export type KnowledgeFile = AnswerOf<"/v1/files/{id}">;

const tones = { queued: "info", reading: "info", ready: "success", failed: "danger" } as const;

export function FileStatus({ file: { status } }: { file: KnowledgeFile }) {
  const texts = useFileTexts();
  return (
    <Status tone={tones[status]} pulse={status === "reading"}>
      {texts.status[status]}
    </Status>
  );
}
