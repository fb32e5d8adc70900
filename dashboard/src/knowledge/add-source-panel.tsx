import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useAgentId, useOrganizationId, useSend } from "../live/index.ts";
import { Form, FormActions, FormField, Input, SidePanel, useKitForm } from "../ui/index.ts";
import { CrawlFields, type CrawlValues, newCrawl, settingsOf } from "./crawl-fields.tsx";
import { useKnowledgeTexts } from "./texts.ts";

/** A website more to read. */
export function AddSourcePanel({ choice }: { choice?: ReactNode }) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const list = at.agent(organization, agent, "knowledge/sources");
  const add = useSend("post", "/v1/agents/{id}/sources", {
    changes: ["agents"],
    done: texts.added,
    onDone: ({ id }) => void navigate({ to: at.agent(organization, agent, `knowledge/sources/${id}`) }),
  });
  const form = useKitForm<CrawlValues>({
    values: newCrawl,
    onSubmit: async (values) => {
      const body = { type: "website" as const, url: values.url.trim(), settings: settingsOf(values) };
      await add.sendAsync({ params: { id: agent }, body });
    },
  });
  return (
    <SidePanel title={texts.addSource} closeTo={list}>
      {choice !== undefined && <div className="mb-6">{choice}</div>}
      <Form form={form} className="space-y-5">
        <FormField form={form} name="url" label={texts.url} help={texts.urlHelp} required>
          {(control) => (
            <Input
              {...control}
              autoFocus
              spellCheck={false}
              autoComplete="url"
              maxLength={2048}
              placeholder={texts.urlPlaceholder}
            />
          )}
        </FormField>
        <details>
          <summary className="cursor-pointer rounded-control py-1 text-sm text-muted hover:text-text pointer-coarse:py-3">
            {texts.more}
          </summary>
          <div className="mt-4 space-y-5">
            <CrawlFields form={form} />
          </div>
        </details>
        <FormActions form={form} save={texts.read} always />
      </Form>
    </SidePanel>
  );
}
