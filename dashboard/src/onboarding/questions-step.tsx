import { ArrowPathIcon } from "@heroicons/react/16/solid";
import { at } from "../addresses.ts";
import { useGet, useOrganizationId, useSend } from "../live/index.ts";
import { Button, Empty, Progress, QueryView } from "../ui/index.ts";
import { ProbeItem } from "./probe-item.tsx";
import { StepHead } from "./step-head.tsx";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

/** What visitors will ask, each question really asked; where nothing answers, the owner does. */
export function QuestionsStep({ agent }: { agent: Agent }) {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  const probes = useGet("/v1/agents/{id}/probes", { id: agent.id }, { live: ["agents"] });
  const ask = useSend("post", "/v1/agents/{id}/probes", { changes: ["probes"] });
  const start = (unansweredOnly: boolean) => ask.send({ params: { id: agent.id }, body: { unansweredOnly } });
  return (
    <>
      <StepHead title={texts.questionsTitle}>
        {agent.siteUrl === null ? texts.questionsNoSite : texts.questionsText}
      </StepHead>
      <QueryView query={probes} skeleton="rows">
        {({ status, data }) =>
          status === "none" ? (
            <Empty
              small
              picture="search"
              title={agent.siteUrl === null ? texts.questionsNoSite : texts.questionsWaiting}
              action={
                <Button look="primary" onClick={() => start(false)} loading={ask.isSending}>
                  {texts.askNow}
                </Button>
              }
            />
          ) : (
            <>
              <Score status={status} data={data} onAgain={() => start(false)} isSending={ask.isSending} />
              <ul className="border-b border-line">
                {data.map((probe) => (
                  <ProbeItem key={probe.question} agent={agent} probe={probe} onAnswered={() => start(true)} />
                ))}
              </ul>
            </>
          )
        }
      </QueryView>
      <div className="mt-8 flex flex-wrap gap-2">
        <Button look="primary" size="large" to={at.start(organization, { agent: agent.id, step: "install" })}>
          {texts.next}
        </Button>
        <Button size="large" look="ghost" to={at.start(organization, { agent: agent.id, step: "learn" })}>
          {texts.back}
        </Button>
      </div>
    </>
  );
}

interface ScoreProps {
  status: "running" | "done" | "none";
  data: readonly { state: string }[];
  onAgain: () => void;
  isSending: boolean;
}

function Score({ status, data, onAgain, isSending }: ScoreProps) {
  const texts = useOnboardingTexts();
  const answered = data.filter(({ state }) => state === "answered").length;
  const words = status === "running" ? texts.asking : texts.answeredOf(answered, data.length);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="font-medium tabular-nums">
        {words}
      </p>
      <Progress
        className="max-w-40"
        label={texts.answeredOf(answered, data.length)}
        value={answered}
        max={data.length}
        tone={answered === data.length ? "success" : "accent"}
      />
      <Button
        className="ms-auto"
        size="small"
        icon={ArrowPathIcon}
        onClick={onAgain}
        loading={isSending || status === "running"}
      >
        {texts.askAgain}
      </Button>
    </div>
  );
}
