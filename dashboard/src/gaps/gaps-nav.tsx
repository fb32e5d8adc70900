import { at } from "../addresses.ts";
import { ViewNav } from "../answers/view-nav.tsx";
import { useAgentId, useGet, useOrganizationId, usePermissions } from "../live/index.ts";
import { useGapTexts } from "./texts.ts";

/** What is missing, what is there twice, and what cannot both be true. */
export function GapsNav() {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const mayRead = can("conversations:read");
  const summary = useGet(
    "/v1/agents/{id}/gaps/summary",
    { id: agent },
    { enabled: mayRead, live: ["gaps", "conversations"] },
  );
  const overlaps = useGet(
    "/v1/agents/{id}/overlaps/summary",
    { id: agent },
    { live: ["overlaps", "documents", "sources"] },
  );
  const to = (place: Parameters<typeof at.agent>[2]) => at.agent(organization, agent, place);
  const topics = { label: texts.topics, to: to("knowledge/gaps"), count: summary.data?.open };
  return (
    <ViewNav
      label={texts.views}
      views={[
        ...(mayRead ? [topics] : []),
        { label: texts.duplicates, to: to("knowledge/gaps/duplicates"), count: overlaps.data?.duplicates },
        { label: texts.contradictions, to: to("knowledge/gaps/contradictions"), count: overlaps.data?.contradictions },
      ]}
    />
  );
}
