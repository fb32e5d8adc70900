import { Navigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { at } from "../addresses.ts";
import { isProblem, useGet, useList, useOrganizationId, useSearchState } from "../live/index.ts";
import { Button, cx, Empty, LoadFailure, Page, SegmentedControl, Skeleton } from "../ui/index.ts";
import { InstallStep } from "./install-step.tsx";
import { LearnStep } from "./learn-step.tsx";
import { LiveMessenger } from "./live-messenger.tsx";
import { QuestionsStep } from "./questions-step.tsx";
import { SiteStep } from "./site-step.tsx";
import { StepsBar } from "./steps-bar.tsx";
import { useOnboardingTexts } from "./texts.ts";
import { type Agent, isStepName, type StepName } from "./types.ts";

/** The owner's first minutes: from an address to an agent that talks, which comes alive beside it. */
export function OnboardingScreen() {
  const [search] = useSearchState();
  return search["first"] === undefined ? <Steps search={search} /> : <First />;
}

/** Whoever named a site when starting the server goes on with the agent that was made of it. */
function First() {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  const agents = useList("/v1/agents", { limit: 1 });
  if (agents.isPending)
    return (
      <Page title={texts.title} width="wide">
        <Waiting />
      </Page>
    );
  const [agent] = agents.rows;
  return <Navigate to={at.start(organization)} search={agent ? { agent: agent.id, step: "learn" } : {}} replace />;
}

function Steps({ search }: { search: ReturnType<typeof useSearchState>[0] }) {
  const texts = useOnboardingTexts();
  const id = search["agent"] ?? "";
  const wanted = isStepName(search["step"]) ? search["step"] : "site";
  const step: StepName = id === "" ? "site" : wanted === "site" ? "learn" : wanted;
  const agent = useGet("/v1/agents/{id}", { id }, { enabled: id !== "", live: ["sources"], every: useReadingPace(id) });
  return (
    <Page title={agent.data?.name ?? texts.title} width="wide" action={<Leave agentId={id} />}>
      <StepsBar step={step} agentId={id} />
      <Content step={step} id={id} agent={agent} />
    </Page>
  );
}

const OFTEN_MS = 1_500;

/** While a site is read much changes at once: what one piece of news leaves out, the next look finds. */
function useReadingPace(agentId: string): number | false {
  const shown = useGet("/v1/agents/{id}", { id: agentId }, { enabled: agentId !== "" });
  return shown.data?.state === "reading" && OFTEN_MS;
}

function Leave({ agentId }: { agentId: string }) {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  if (agentId === "") return null;
  return (
    <Button look="ghost" to={at.agent(organization, agentId, "knowledge/sources")}>
      {texts.later}
    </Button>
  );
}

function Content({
  step,
  id,
  agent,
}: {
  step: StepName;
  id: string;
  agent: ReturnType<typeof useGet<"/v1/agents/{id}">>;
}) {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  const [side, setSide] = useState<"set-up" | "talk">("set-up");
  if (isProblem(agent.error, "not_found"))
    return (
      <Empty
        picture="agent"
        title={texts.lost}
        action={
          <Button look="primary" to={at.start(organization)}>
            {texts.startOver}
          </Button>
        }
      />
    );
  if (agent.error) return <LoadFailure error={agent.error} onRetry={() => void agent.refetch()} />;
  return (
    <div className="grid min-w-0 gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_25rem]">
      {id !== "" && (
        <div className="lg:hidden">
          <SegmentedControl
            label={texts.title}
            value={side}
            onChange={setSide}
            options={[
              { value: "set-up", label: texts.setUp },
              { value: "talk", label: texts.talk },
            ]}
          />
        </div>
      )}
      <StepBody key={step} step={step} hidden={side === "talk"}>
        {id === "" ? <SiteStep /> : agent.data ? <AgentStep step={step} agent={agent.data} /> : <Waiting />}
      </StepBody>
      <div className={cx("min-w-0 lg:block", (side === "set-up" || id === "") && "hidden")}>
        <LiveMessenger agent={agent.data ?? null} onClose={() => setSide("set-up")} />
      </div>
    </div>
  );
}

/** A step that was turned to takes the focus, so that keyboard and screen reader begin there. */
function StepBody({ step, hidden, children }: { step: StepName; hidden: boolean; children: React.ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current || step !== "site") element.current?.querySelector<HTMLElement>("h2")?.focus();
    isFirst.current = false;
  }, [step]);
  return (
    <div ref={element} className={cx("max-w-160 min-w-0 animate-enter", hidden && "hidden lg:block")}>
      {children}
    </div>
  );
}

function AgentStep({ step, agent }: { step: StepName; agent: Agent }) {
  if (step === "questions") return <QuestionsStep agent={agent} />;
  if (step === "install") return <InstallStep agent={agent} />;
  return <LearnStep agent={agent} />;
}

function Waiting() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-48 w-full" />
    </div>
  );
}
