import { Card, Definitions, Duration, Num, Status, Waterfall } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { AnswerTrace } from "./types.ts";

type Asked = AnswerTrace["models"][number];

/** Where the time went, and what the models said of themselves. */
export function TraceSteps({ trace }: { trace: AnswerTrace }) {
  const texts = useAgentsTexts();
  const { steps, totalMs, models, language, understood } = trace;
  const names = new Intl.DisplayNames(undefined, { type: "language", fallback: "code" });
  return (
    <div className="space-y-4">
      <Card
        title={texts.timeline}
        action={
          <span className="text-muted">
            <Duration ms={totalMs} />
          </span>
        }
      >
        <Waterfall
          label={texts.timeline}
          totalMs={totalMs}
          steps={steps.map(({ name, startMs, tookMs, detail }) => ({
            label: texts.stepNames[name],
            startMs,
            ms: tookMs,
            tone: name === "model" ? ("accent" as const) : ("neutral" as const),
            ...(detail !== null && { detail }),
          }))}
        />
      </Card>
      <Card>
        <Definitions
          items={[
            { term: texts.understoodAs, value: texts.understoodNames[understood] },
            { term: texts.languageSpoken, value: names.of(language) ?? language },
            {
              term: texts.modelUsed,
              value: models.find(({ outcome }) => outcome === "answered")?.id ?? texts.siteWords,
            },
            { term: texts.total, value: <Duration ms={totalMs} /> },
          ]}
        />
      </Card>
      {models.map((model, at) => (
        <ModelCard key={at} model={model} />
      ))}
    </div>
  );
}

function ModelCard({ model }: { model: Asked }) {
  const texts = useAgentsTexts();
  const { id, outcome, message, firstTokenMs, tookMs, inputTokens, outputTokens } = model;
  const words = { answered: texts.modelAnswered, failed: texts.modelFailed, resting: texts.modelResting };
  const tones = { answered: "success", failed: "danger", resting: "warning" } as const;
  return (
    <Card
      title={<span className="wrap-anywhere">{id}</span>}
      action={<Status tone={tones[outcome]}>{words[outcome]}</Status>}
    >
      {message !== null && <p className="mb-3 text-muted">{message}</p>}
      {outcome !== "resting" && (
        <Definitions
          items={[
            ...(firstTokenMs === null ? [] : [{ term: texts.firstWords, value: <Duration ms={firstTokenMs} /> }]),
            { term: texts.took, value: <Duration ms={tookMs} /> },
            ...(inputTokens === null ? [] : [{ term: texts.tokensIn, value: <Num value={inputTokens} /> }]),
            ...(outputTokens === null ? [] : [{ term: texts.tokensOut, value: <Num value={outputTokens} /> }]),
          ]}
        />
      )}
    </Card>
  );
}
