import { at } from "../addresses.ts";
import { useGet, useList, useOrganizationId } from "../live/index.ts";
import { Button } from "../ui/index.ts";
import { FactRows } from "./fact-rows.tsx";
import { FoundRows } from "./found-rows.tsx";
import { ReadingBox } from "./reading-box.tsx";
import { StepHead } from "./step-head.tsx";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

/** What the agent learns of the site, while it learns it. Everything can be changed at once. */
export function LearnStep({ agent }: { agent: Agent }) {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  const isReading = agent.state === "reading";
  const profile = useGet(
    "/v1/agents/{id}/site-profile",
    { id: agent.id },
    { live: ["agents", "sources"], every: isReading && 1_500 },
  );
  const sources = useList("/v1/agents/{id}/sources", { id: agent.id }, { every: isReading && 1_500 });
  const source = sources.rows.find((row) => row.type === "website") ?? null;
  const name = agent.siteUrl === null ? agent.name : new URL(agent.siteUrl).host;
  const title =
    agent.siteUrl === null
      ? texts.learnTitleNoSite
      : isReading
        ? texts.learnTitle
        : agent.state === "empty"
          ? texts.learnTitleNothing
          : texts.learnTitleDone;
  return (
    <>
      <StepHead title={title(name)}>{texts.learnText}</StepHead>
      {source !== null && <ReadingBox source={source} />}
      <FoundRows agent={agent} profile={profile.data ?? null} isReading={isReading} />
      <FactRows agent={agent} profile={profile.data ?? null} isReading={isReading} />
      <div className="mt-8 flex flex-wrap gap-2">
        <Button look="primary" size="large" to={at.start(organization, { agent: agent.id, step: "questions" })}>
          {texts.next}
        </Button>
      </div>
    </>
  );
}
