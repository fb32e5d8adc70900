import type { Recall } from "@parley/contracts";
import { compareWords } from "../knowledge/index.ts";
import type { RecallRow } from "./recall-store.ts";

export function presentRecall(row: RecallRow): Recall {
  const { citation, ...cause } = row.cause;
  return {
    id: row.id,
    agentId: row.agentId,
    state: row.state === "waiting" ? "checking" : row.state,
    question: row.question,
    oldAnswer: row.oldAnswer,
    newAnswer: row.newAnswer,
    newParts: row.newParts ?? [],
    newReason: row.newReason,
    differs: row.differs ?? [],
    difference: row.newAnswer === null ? [] : compareWords(row.oldAnswer, row.newAnswer),
    cause: { ...cause, text: citation.text },
    people: row.people,
    reachable: row.reachable,
    told: row.told,
    sentText: row.sentText,
    verifiedAnswerId: row.verifiedAnswerId,
    closedBy: row.closedBy,
    closedAt: row.closedAt === null ? null : new Date(row.closedAt).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    revision: row.revision,
  };
}
