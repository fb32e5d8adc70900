import { useState } from "react";
import { type AnswerOf, usePermissions, useSend } from "../live/index.ts";
import { Banner, Button, Field, Input } from "../ui/index.ts";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";
import { useSiteUrl } from "./use-site-url.ts";

type Check = AnswerOf<"/v1/agents/{id}/installs/check", "post">;

/** Reads a page of the owner's and says what it found. */
export function CheckInstall({ agentId }: { agentId: string }) {
  const texts = useWidgetTexts();
  const { can } = usePermissions();
  const site = useSiteUrl(agentId);
  const [typed, setTyped] = useState<string | null>(null);
  const [result, setResult] = useState<Check | null>(null);
  const checking = useSend("post", "/v1/agents/{id}/installs/check", {
    onDone: setResult,
    onProblem: () => setResult(null),
  });
  const url = typed ?? site ?? "";
  if (!can("agents:write")) return null;
  return (
    <Section id="check" title={texts.check} text={texts.checkText}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          checking.send({ params: { id: agentId }, body: { url: url.trim() === "" ? null : url.trim() } });
        }}
        className="space-y-4"
      >
        <Field label={texts.checkUrl} error={checking.problem?.message}>
          <div className="flex gap-2">
            <Input type="text" inputMode="url" value={url} onChange={setTyped} />
            <Button type="submit" loading={checking.isSending}>
              {texts.checkNow}
            </Button>
          </div>
        </Field>
      </form>
      <div role="status">{result && !checking.isSending && <Outcome check={result} />}</div>
    </Section>
  );
}

function Outcome({ check }: { check: Check }) {
  const texts = useWidgetTexts();
  const hints = check.hints.map(({ hint, detail }) => texts.hints[hint](detail ?? ""));
  if (check.status === "unreachable") {
    return (
      <Banner tone="danger" title={texts.unreachable}>
        {check.message}
      </Banner>
    );
  }
  const isSeen = check.status === "not-found" && check.lastSeenAt !== null;
  const isFound = check.status === "found";
  const words = isFound ? texts.foundText : isSeen ? texts.notFoundSeen : texts.notFoundText;
  return (
    <Banner
      tone={isFound && hints.length === 0 ? "success" : isSeen ? "info" : "warning"}
      title={isFound || isSeen ? texts.found : texts.notFound}
    >
      <span className="block wrap-anywhere">{words(check.url)}</span>
      {hints.length > 0 && !isSeen && (
        <ul className="mt-2 list-disc space-y-1 ps-5">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
