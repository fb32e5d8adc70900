import { ArrowUpIcon, StopIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { IconButton, Textarea } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";

export interface AskBoxProps {
  onAsk: (question: string) => void;
  onStop: () => void;
  isAnswering: boolean;
  autoFocus?: boolean;
}

/** Enter asks, Shift and Enter breaks the line. */
export function AskBox({ onAsk, onStop, isAnswering, autoFocus = false }: AskBoxProps) {
  const texts = useAgentsTexts();
  const [question, setQuestion] = useState("");
  const ask = () => {
    if (isAnswering || question.trim() === "") return;
    onAsk(question);
    setQuestion("");
  };
  return (
    <form
      className="relative"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Textarea
        label={texts.ask}
        placeholder={texts.ask}
        rows={1}
        maxRows={5}
        maxLength={4_000}
        autoFocus={autoFocus}
        value={question}
        onChange={setQuestion}
        className="pe-9 [&_textarea]:py-2.5"
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          ask();
        }}
      />
      <span className="absolute end-1.5 bottom-1.5 pointer-coarse:end-0.5 pointer-coarse:bottom-0.5">
        {isAnswering ? (
          <IconButton size="small" look="secondary" name={texts.stop} icon={StopIcon} onClick={onStop} />
        ) : (
          <IconButton
            size="small"
            look="primary"
            type="submit"
            name={texts.send}
            icon={ArrowUpIcon}
            disabled={question.trim() === ""}
          />
        )}
      </span>
    </form>
  );
}
