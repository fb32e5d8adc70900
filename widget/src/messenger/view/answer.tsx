import { useMemo, useState } from "preact/hooks";
import type { Agent, Citation } from "@parley/contracts";
import { fill } from "../../texts/fill.ts";
import type { Entry } from "../conversation/list-entries.ts";
import type { Messenger } from "../link/run-messenger.ts";
import { joinParts } from "../markdown/join-parts.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { plainText } from "../markdown/plain-text.ts";
import type { Opened } from "./app.tsx";
import { Avatar } from "./avatar.tsx";
import { useTexts } from "./context.ts";
import { copyText } from "./copy-text.ts";
import { Icon } from "./icons.tsx";
import { Markdown } from "./markdown.tsx";
import { Products } from "./products.tsx";
import { Sources } from "./sources.tsx";

type AgentEntry = Extract<Entry, { kind: "agent" }>;

interface Props {
  entry: AgentEntry;
  messenger: Messenger;
  onCite: (opened: Opened) => void;
  isLast: boolean;
  agent: Agent | null;
}

export function Answer({ entry, messenger, onCite, isLast, agent }: Props) {
  const name = agent?.name ?? "";
  const texts = useTexts();
  const { text, sources } = useMemo(() => joinParts(entry.parts), [entry.parts]);
  const blocks = useMemo(() => parseMarkdown(text, entry.growing), [text, entry.growing]);
  const cite = (number: number, anchor: HTMLElement) => {
    const citation = sources.find((source: Citation) => source.number === number);
    if (citation !== undefined) onCite({ citation, anchor });
  };
  const hasText = text.trim() !== "";
  return (
    <article class={`message agent ${entry.growing ? "growing" : ""}`} aria-label={texts.aiAgent}>
      <p class="speaker" aria-hidden="true">
        <Avatar agent={agent} size="tiny" />
        <span dir="auto">{agent?.look.texts.title ?? name}</span>
      </p>
      {entry.message?.corrects && (
        <div class="correction">
          <p class="correction-title">
            <Icon name="alert" size={16} />
            {texts.correction}
          </p>
          <p dir="auto">{fill(texts.corrected, { text: entry.message.corrects.said })}</p>
        </div>
      )}
      {hasText && (
        <div class="bubble" dir="auto">
          <Markdown blocks={blocks} onCite={cite} known={sources} />
        </div>
      )}
      {entry.parts.map((part, at) => part.type === "products" && <Products key={at} part={part} />)}
      {!entry.growing && sources.length > 0 && agent?.look.sources !== false && (
        <Sources sources={sources} name={name} />
      )}
      {entry.ended === "stopped" && <p class="fate">{texts.stopped}</p>}
      {entry.ended === "failed" && (
        <p class="fate failed">
          <Icon name="alert" size={16} />
          {texts.answerFailed}
          {isLast && entry.askedText !== "" && (
            <button type="button" class="link-button" onClick={() => messenger.say(entry.askedText)}>
              {texts.tryAgain}
            </button>
          )}
        </p>
      )}
      {entry.message !== null && hasText && (
        <AnswerActions text={plainText(text)} message={entry.message} messenger={messenger} />
      )}
    </article>
  );
}

function AnswerActions({
  text,
  message,
  messenger,
}: {
  text: string;
  message: NonNullable<AgentEntry["message"]>;
  messenger: Messenger;
}) {
  const texts = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    setCopied(await copyText(text));
    setTimeout(() => setCopied(false), 2_000);
  };
  const vote = (rating: "up" | "down") => messenger.rate(message.id, message.rating === rating ? null : rating);
  return (
    <div class="answer-actions">
      <button
        type="button"
        class="tool"
        onClick={copy}
        aria-label={copied ? texts.copied : texts.copy}
        title={texts.copy}
      >
        <Icon name={copied ? "check" : "copy"} size={16} />
      </button>
      <button
        type="button"
        class="tool"
        onClick={() => vote("up")}
        aria-pressed={message.rating === "up"}
        aria-label={texts.helpful}
        title={texts.helpful}
      >
        <Icon name="up" size={16} />
      </button>
      <button
        type="button"
        class="tool"
        onClick={() => vote("down")}
        aria-pressed={message.rating === "down"}
        aria-label={texts.notHelpful}
        title={texts.notHelpful}
      >
        <Icon name="thumbDown" size={16} />
      </button>
    </div>
  );
}
