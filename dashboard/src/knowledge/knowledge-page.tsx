import type { ReactNode } from "react";
import { at } from "../addresses.ts";
import { useAgentId, useGet, useOrganizationId, usePermissions } from "../live/index.ts";
import { Page } from "../ui/index.ts";
import { useRecallTexts } from "./recall-texts.ts";
import { useKnowledgeTexts } from "./texts.ts";

export interface KnowledgePageProps {
  action?: ReactNode;
  panel?: ReactNode;
  children: ReactNode;
}

/** The frame of all that is about an agent's knowledge. */
export function KnowledgePage({ action, panel, children }: KnowledgePageProps) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const summary = useGet(
    "/v1/agents/{id}/knowledge",
    { id: agent },
    { live: ["sources", "files", "products", "documents", "verified-answers"] },
  );
  const { can } = usePermissions();
  const mayRead = can("conversations:read");
  const gaps = useGet(
    "/v1/agents/{id}/gaps/summary",
    { id: agent },
    { enabled: mayRead, live: ["gaps", "conversations"] },
  );
  const recallTexts = useRecallTexts();
  const recalls = useGet("/v1/agents/{id}/recalls/counts", { id: agent }, { enabled: mayRead });
  const to = (place: Parameters<typeof at.agent>[2]) => at.agent(organization, agent, place);
  const { data } = summary;
  const tabs = [
    { label: texts.sources, to: to("knowledge/sources"), ...(data && { count: data.sources }) },
    { label: texts.files, to: to("knowledge/files"), ...(data && { count: data.files }) },
    { label: texts.catalogue, to: to("knowledge/catalogue"), ...(data && { count: data.products }) },
    { label: texts.documents, to: to("knowledge/documents"), ...(data && { count: data.documents }) },
    { label: texts.answers, to: to("knowledge/answers"), ...(data && { count: data.verifiedAnswers }) },
    {
      label: texts.gaps,
      to: to(mayRead ? "knowledge/gaps" : "knowledge/gaps/duplicates"),
      ...(gaps.data && { count: gaps.data.open }),
    },
    ...(mayRead
      ? [{ label: recallTexts.recalls, to: to("knowledge/recalls"), ...(recalls.data && { count: recalls.data.open }) }]
      : []),
    { label: texts.search, to: to("knowledge/search") },
  ];
  return (
    <Page title={texts.knowledge} description={texts.knowledgeText} tabs={tabs} action={action} panel={panel}>
      {children}
    </Page>
  );
}
