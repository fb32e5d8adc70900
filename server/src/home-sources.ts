/** Which room answers which question of the home. */
import { findDrafts, nameAgents } from "./agents/index.ts";
import { lastSeen } from "./channels/index.ts";
import { findFailingConnections } from "./connections/index.ts";
import { countByAgent, countByHour, countRatings, findFaultyAnswers, hasConversations } from "./conversations/index.ts";
import type { HomeSources } from "./inbox/index.ts";
import { findFaultySources, hasKnowledge } from "./knowledge/index.ts";
import { countKeptMails, type Database, type Mail } from "./platform/index.ts";
import { findOpenRecalls } from "./recalls/index.ts";
import { hasCompany, lacksSecondFactor } from "./tenants/index.ts";

/** Older letters are nobody's worry any more. */
const KEPT_DAYS = 30;

export function homeSources({ db, mail }: { db: Database; mail: Pick<Mail, "canSend"> }): HomeSources {
  return {
    hours: countByHour,
    byAgent: countByAgent,
    ratings: countRatings,
    faultyAnswers: findFaultyAnswers,
    outdatedAnswers: findOpenRecalls,
    faultySources: findFaultySources,
    drafts: findDrafts,
    failingConnections: findFailingConnections,
    keptMails: async (q, scope) => (mail.canSend ? 0 : countKeptMails(q, scope, KEPT_DAYS)),
    agents: nameAgents,
    installs: lastSeen,
    hasKnowledge,
    hasConversations,
    hasCompany,
    lacksSecondFactor: (scope) => lacksSecondFactor(db, scope),
  };
}
