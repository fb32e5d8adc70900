import { InformationCircleIcon } from "@heroicons/react/16/solid";
import { Definitions, formatDuration, formatNumber, IconButton, Popover } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";
import type { Message } from "./types.ts";

/** How an answer came to be, for who wants to know. */
export function AnswerDetails({ message }: { message: Message }) {
  const texts = useConversationTexts();
  const { model, inputTokens, outputTokens, firstMs, tookMs, reason } = message;
  const tokens = (count: number | null) => (count === null ? texts.notKnown : texts.tokens(formatNumber(count)));
  const time = (ms: number | null) => (ms === null ? texts.notKnown : formatDuration(ms));
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  return (
    <Popover
      label={texts.details}
      trigger={<IconButton size="small" name={texts.details} icon={InformationCircleIcon} />}
    >
      <p className="mb-2 font-medium">{texts.details}</p>
      <Definitions
        items={[
          { term: texts.model, value: <span className="wrap-anywhere">{model ?? texts.noModel}</span> },
          ...(model === null
            ? []
            : [
                { term: texts.read, value: tokens(inputTokens) },
                { term: texts.written, value: tokens(outputTokens) },
              ]),
          { term: texts.firstWords, value: time(firstMs) },
          { term: texts.whole, value: time(tookMs) },
          { term: texts.ended, value: reason === null ? texts.notKnown : (reasons[reason] ?? texts.unknownReason) },
        ]}
      />
    </Popover>
  );
}
