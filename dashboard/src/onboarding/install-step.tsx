import { CheckCircleIcon } from "@heroicons/react/20/solid";
import { at } from "../addresses.ts";
import { useGet, useOrganizationId, useSend } from "../live/index.ts";
import { Banner, Button, CodeBlock, QueryView, Spinner, TextLink, Time } from "../ui/index.ts";
import { StepHead } from "./step-head.tsx";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

/** One line for the site, and whether it was seen there. */
export function InstallStep({ agent }: { agent: Agent }) {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  const snippet = useGet("/v1/agents/{id}/snippet", { id: agent.id });
  return (
    <>
      <StepHead title={texts.installTitle}>{texts.installText}</StepHead>
      <QueryView query={snippet} skeleton="text">
        {({ html, local }) => (
          <div className="space-y-4">
            {local && (
              <Banner tone="warning" title={texts.localTitle}>
                {texts.localText}
              </Banner>
            )}
            <CodeBlock code={html} title={texts.snippet} />
          </div>
        )}
      </QueryView>
      <Seen agent={agent} />
      <p className="mt-6 flex flex-wrap gap-x-5 gap-y-2">
        <TextLink to={at.agent(organization, agent.id, "widget/install")}>{texts.otherWays}</TextLink>
        <TextLink href={`/try/${agent.id}`}>{texts.tryPage}</TextLink>
      </p>
      <div className="mt-8 flex flex-wrap gap-2">
        <Button look="primary" size="large" to={at.home(organization)}>
          {texts.finish}
        </Button>
        <Button size="large" look="ghost" to={at.start(organization, { agent: agent.id, step: "questions" })}>
          {texts.back}
        </Button>
      </div>
    </>
  );
}

function Seen({ agent }: { agent: Agent }) {
  const texts = useOnboardingTexts();
  const installs = useGet("/v1/agents/{id}/installs", { id: agent.id }, { every: 5_000 });
  const check = useSend("post", "/v1/agents/{id}/installs/check", { changes: ["installs"] });
  const seen = installs.data?.data ?? [];
  return (
    <section role="status" className="mt-6 rounded-card border border-line p-4">
      {seen.length > 0 ? (
        <ul className="space-y-2">
          {seen.map(({ origin, lastSeenAt }) => (
            <li key={origin} className="flex animate-enter items-center gap-3">
              <CheckCircleIcon aria-hidden className="size-5 shrink-0 text-success-text" />
              <span className="min-w-0 flex-1 truncate">{texts.seenOn(origin.replace(/^https?:\/\//, ""))}</span>
              <span className="text-sm text-muted">
                <Time at={lastSeenAt} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Spinner className="size-5 shrink-0 text-muted" />
          <div className="min-w-0 flex-1 basis-50">
            <p className="font-medium">{texts.notSeen}</p>
            <p className="text-sm text-muted">{texts.notSeenText}</p>
          </div>
          {agent.siteUrl !== null && (
            <Button onClick={() => check.send({ params: { id: agent.id }, body: {} })} loading={check.isSending}>
              {texts.check}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
