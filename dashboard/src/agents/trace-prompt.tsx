import { Card, CodeBlock, Empty } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { AnswerTrace } from "./types.ts";

/** The prompt as the model got it, word for word. */
export function TracePrompt({ trace }: { trace: AnswerTrace }) {
  const texts = useAgentsTexts();
  const { prompt, cut } = trace;
  if (!prompt) return <Empty small picture="document" title={texts.noPrompt} text={texts.noPromptText} />;
  return (
    <div className="space-y-4">
      {cut.length > 0 && (
        <Card title={texts.cutTitle} text={texts.cutText}>
          <ul className="list-disc space-y-1 ps-5">
            {cut.map((sentence, at) => (
              <li key={at} className="text-danger-text line-through decoration-1 wrap-anywhere">
                {sentence}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <CodeBlock wrap title={texts.system} code={prompt.system} />
      {prompt.messages.map(({ role, content }, at) => (
        <CodeBlock wrap key={at} title={role === "user" ? texts.userMessage : texts.assistantMessage} code={content} />
      ))}
    </div>
  );
}
