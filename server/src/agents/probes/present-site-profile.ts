import type { SiteProfileView } from "@parley/contracts";
import type { SiteProfile } from "../../knowledge/index.ts";

/** A site's profile as members see it; empty until its first pages were read. */
export function presentSiteProfile(agentId: string, profile: SiteProfile | null): SiteProfileView {
  return {
    name: profile?.name ?? null,
    description: profile?.description ?? null,
    language: profile?.language ?? null,
    tone: profile?.tone ?? null,
    color: profile?.color ?? null,
    logoUrl: profile?.logoFile ? `/widget/agents/${agentId}/logo` : null,
    questions: profile?.questions ?? [],
    facts: profile?.facts ?? { hours: [], address: [], phone: [], email: [] },
    foundAt: profile === null ? null : (profile.foundAt ?? null),
  };
}
