import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useAgentId, useOrganizationId, useSend } from "../live/index.ts";
import { Form, FormActions, SidePanel, useKitForm } from "../ui/index.ts";
import { DryRun } from "./dry-run.tsx";
import { useKnowledgeTexts } from "./texts.ts";
import { WebsiteFields } from "./website-fields.tsx";
import { accessOf, newWebsite, settingsOf, type WebsiteValues } from "./website-values.ts";

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
  const form = useKitForm<WebsiteValues>({
    values: newWebsite,
    onSubmit: async (values) => {
      const body = {
        type: "website" as const,
        url: values.url.trim(),
        schedule: values.schedule,
        settings: settingsOf(values),
        access: accessOf(values),
      };
      await add.sendAsync({ params: { id: agent }, body });
    },
  });
  return (
    <SidePanel size="wide" title={texts.addSource} closeTo={list}>
      {choice !== undefined && <div className="mb-6">{choice}</div>}
      <Form form={form} className="space-y-5">
        <WebsiteFields form={form} isNew />
        <DryRun form={form} agentId={agent} />
        <FormActions form={form} save={texts.read} always />
      </Form>
    </SidePanel>
  );
}
