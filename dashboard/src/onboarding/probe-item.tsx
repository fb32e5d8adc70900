import { CheckCircleIcon, ChevronDownIcon, QuestionMarkCircleIcon } from "@heroicons/react/20/solid";
import { type FormEvent, useState } from "react";
import { type AnswerOf, problemOf, useSend } from "../live/index.ts";
import { Button, cx, Field, Markdown, Spinner, Textarea, TextLink } from "../ui/index.ts";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

type Probe = AnswerOf<"/v1/agents/{id}/probes">["data"][number];

/** One question: answered, with what proves it; or not, with a field for the answer. */
export function ProbeItem({ agent, probe, onAnswered }: { agent: Agent; probe: Probe; onAnswered: () => void }) {
  const texts = useOnboardingTexts();
  const [open, setOpen] = useState(false);
  const isAnswered = probe.state === "answered";
  const isWaiting = probe.state === "waiting";
  const words = isWaiting ? texts.asking : isAnswered ? texts.answered : texts.notOnSite;
  return (
    <li className="border-t border-line">
      <button
        type="button"
        disabled={isWaiting}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 rounded-control py-3 text-start hover:bg-hover"
      >
        <span aria-hidden className="shrink-0">
          {isWaiting ? (
            <Spinner className="size-5 text-muted" />
          ) : isAnswered ? (
            <CheckCircleIcon className="size-5 text-success-text" />
          ) : (
            <QuestionMarkCircleIcon className="size-5 text-warning-text" />
          )}
        </span>
        <span dir="auto" className="min-w-0 flex-1 wrap-anywhere">
          {probe.question}
        </span>
        <span className={cx("shrink-0 text-sm", isAnswered || isWaiting ? "text-muted" : "text-warning-text")}>
          {words}
        </span>
        {!isWaiting && (
          <ChevronDownIcon aria-hidden className={cx("size-5 shrink-0 text-muted", open && "rotate-180")} />
        )}
      </button>
      {open && (
        <div className="animate-enter ps-8 pb-4">
          {isAnswered ? (
            <Proof probe={probe} />
          ) : (
            <WriteAnswer agent={agent} question={probe.question} onAnswered={onAnswered} />
          )}
        </div>
      )}
    </li>
  );
}

function Proof({ probe }: { probe: Probe }) {
  const texts = useOnboardingTexts();
  return (
    <>
      <div dir="auto">
        <Markdown text={probe.answer ?? ""} />
      </div>
      <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
        <span>{texts.proof}</span>
        {probe.citations.map(({ number, title, link, url }) =>
          url === null ? (
            <span key={number}>{texts.verified}</span>
          ) : (
            <TextLink key={number} quiet href={link ?? url}>
              {title === "" ? url : title}
            </TextLink>
          ),
        )}
      </p>
    </>
  );
}

function WriteAnswer({ agent, question, onAnswered }: { agent: Agent; question: string; onAnswered: () => void }) {
  const texts = useOnboardingTexts();
  const [answer, setAnswer] = useState("");
  const [error, setError] = useState<string | undefined>(undefined);
  const write = useSend("post", "/v1/agents/{id}/verified-answers", {
    done: texts.answerKept,
    onDone: onAnswered,
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = { question, answer: answer.trim(), replace: true };
    write
      .sendAsync({ params: { id: agent.id }, body })
      .catch((problem: unknown) => setError(problemOf(problem).message));
  };
  return (
    <form onSubmit={save} className="space-y-2">
      <Field label={<span className="sr-only">{texts.yourAnswer(question)}</span>} error={error}>
        <Textarea
          value={answer}
          onChange={setAnswer}
          rows={2}
          maxRows={8}
          maxLength={8_000}
          autoFocus
          placeholder={texts.answerPlaceholder}
        />
      </Field>
      <Button type="submit" look="primary" size="small" disabled={answer.trim() === ""} loading={write.isSending}>
        {texts.keepAnswer}
      </Button>
    </form>
  );
}
