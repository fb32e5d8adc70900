import { useEffect, useState } from "react";
import { useSend } from "../live/index.ts";
import { Banner, Button, Form, FormField, Highlight, Input, Progress, useKitForm } from "../ui/index.ts";
import { useOnboardingTexts } from "./texts.ts";
import type { Website } from "./types.ts";

/** How far the reading is, said politely now and then; or what went wrong, and another address. */
export function ReadingBox({ source }: { source: Website }) {
  const texts = useOnboardingTexts();
  const { progress, status, message, url } = source;
  const site = new URL(url).host;
  const resume = useSend("post", "/v1/sources/{id}/resume", { changes: ["sources"] });
  if (status === "failed") return <Failed source={source} />;
  const isOpen = status === "queued" || status === "running";
  const waiting = Math.max(0, progress.found - progress.fetched);
  return (
    <section className="mb-8 rounded-card border border-line bg-page p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 truncate font-medium">{isOpen ? texts.reading(site) : texts.readDone(site)}</p>
        <p className="text-sm text-muted tabular-nums">
          <Highlight of={progress.indexed}>{texts.pages(progress.indexed)}</Highlight>
          {isOpen && waiting > 0 && <span>{` · ${texts.waiting(waiting)}`}</span>}
        </p>
      </div>
      {isOpen && (
        <Progress
          className="mt-3"
          label={texts.reading(site)}
          value={progress.found === 0 ? null : progress.fetched}
          max={Math.max(progress.found, 1)}
        />
      )}
      {status === "paused" && (
        <p className="mt-2 flex items-center gap-2 text-sm text-muted">
          {texts.paused}
          <Button size="small" onClick={() => resume.send({ params: { id: source.id } })} loading={resume.isSending}>
            {texts.resume}
          </Button>
        </p>
      )}
      {message !== null && <p className="mt-2 text-sm text-warning-text">{message}</p>}
      {progress.indexed > 0 && isOpen && <p className="mt-2 text-sm text-muted">{texts.talkNow}</p>}
      <Announce text={isOpen ? texts.pages(progress.indexed) : texts.readDone(site)} />
    </section>
  );
}

const ANNOUNCE_MS = 6_000;

/** For screen readers: the state, not every page. */
function Announce({ text }: { text: string }) {
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

function Failed({ source }: { source: Website }) {
  const texts = useOnboardingTexts();
  const again = useSend("post", "/v1/sources/{id}/recrawl", { changes: ["sources"] });
  const change = useSend("patch", "/v1/sources/{id}", { changes: ["sources", "agents"] });
  const form = useKitForm<{ url: string }>({
    values: { url: source.url },
    onSubmit: async ({ url }) =>
      void (await change.sendAsync({ params: { id: source.id }, ifMatch: source.revision, body: { url: url.trim() } })),
  });
  return (
    <section className="mb-8 space-y-4">
      <Banner tone="danger" title={texts.failedTitle}>
        {source.message}
      </Banner>
      <Form form={form} guard={false} className="space-y-3">
        <FormField form={form} name="url" label={texts.otherAddress} required>
          {(control) => <Input {...control} spellCheck={false} autoComplete="url" maxLength={2048} />}
        </FormField>
        {form.problem !== null && <Banner tone="danger">{form.problem}</Banner>}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={!form.isDirty} loading={change.isSending}>
            {texts.tryAddress}
          </Button>
          <Button onClick={() => again.send({ params: { id: source.id } })} loading={again.isSending}>
            {texts.again}
          </Button>
        </div>
      </Form>
    </section>
  );
}
