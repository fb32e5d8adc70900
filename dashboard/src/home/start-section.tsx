import { useOrganizationId, usePermissions } from "../live/index.ts";
import { Button, Progress, Steps } from "../ui/index.ts";
import { placeOfStep } from "./place-of.ts";
import { useHomeTexts } from "./texts.ts";
import type { Start } from "./types.ts";

interface StartSectionProps {
  start: Start;
  /** Beside what happens already: the steps alone. */
  small?: boolean;
}

/** What is left until visitors get answers: one thing at a time is asked for, all of it can be seen. */
export function StartSection({ start, small }: StartSectionProps) {
  const texts = useHomeTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { steps, agentId } = start;
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done)?.step;
  const may = (step: Start["steps"][number]["step"]) => can(needed[step]);
  return (
    <section aria-labelledby="start" className="min-w-0">
      <div className="mb-4 max-w-170">
        <h2 id="start" className="text-lg font-semibold">
          {texts.startTitle}
        </h2>
        {!small && <p className="text-muted">{texts.startText}</p>}
        <div className="mt-2 flex items-center gap-3">
          <Progress value={done} max={steps.length} label={texts.startTitle} className="max-w-50" />
          <span className="text-sm whitespace-nowrap text-muted tabular-nums">
            {texts.startDone(done, steps.length)}
          </span>
        </div>
      </div>
      <div className="max-w-170">
        <Steps
          label={texts.startTitle}
          steps={steps.map((step) => ({
            label: texts.steps[step.step],
            state: step.done ? "done" : step.step === next ? "now" : "open",
            ...(!step.done && !(small && step.step !== next) && { text: texts.stepTexts[step.step] }),
            ...(!step.done &&
              may(step.step) && {
                action: (
                  <Button
                    size="small"
                    look={step.step === next ? "primary" : "secondary"}
                    to={placeOfStep(step.step, agentId, organization)}
                  >
                    {texts.stepActions[step.step]}
                  </Button>
                ),
              }),
          }))}
        />
      </div>
    </section>
  );
}

const needed = {
  agent: "agents:write",
  knowledge: "knowledge:write",
  question: "agents:read",
  published: "agents:write",
  installed: "agents:read",
  invited: "members:write",
} as const;
