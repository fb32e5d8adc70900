/** What is known and done about answers by the documents that they cited. */
import type { SearchFilter } from "@parley/contracts";
import type { Database, Scope, Tx } from "../../platform/index.ts";
import type { HistoryMessage } from "../../agents/index.ts";
import type { ConversationStore } from "../conversation-store.ts";
import { historyMessage } from "../present.ts";
import { citedVersions, type CitingPage, findCitingAnswers } from "./cited-documents.ts";
import { announceTold, type TellDeps, type Telling, tellVisitor, type Told } from "./tell-visitor.ts";

export interface CitationsDeps extends TellDeps {
  db: Database;
  store: ConversationStore;
}

export function createCitations(deps: CitationsDeps) {
  const { db, store } = deps;
  return {
    find: (scope: Scope, page: CitingPage) => findCitingAnswers(db, scope, page),
    versions: (scope: Scope, documentId: string) => citedVersions(db, scope, documentId),

    /**
     * What was said before the question of an answer, as the answering wants it, and from which documents it was to be
     * answered. Undefined when the answer is gone.
     */
    async asked(
      scope: Scope,
      answer: { conversationId: string; seq: number },
    ): Promise<{ history: HistoryMessage[]; filter: SearchFilter | undefined } | undefined> {
      const found = await store.load(scope, answer.conversationId, answer.seq);
      if (!found) return undefined;
      const at = found.before.findIndex(({ id }) => id === found.message.replyTo);
      const history = found.before
        .slice(at + 1)
        .toReversed()
        .map(historyMessage);
      return { history, filter: found.before[at]?.filter ?? undefined };
    },

    /** Within the caller's transaction; `announce` after its commit. Undefined when the visitor cannot be reached. */
    tell: (tx: Tx, scope: Scope, telling: Telling) => tellVisitor({ ...deps, tx }, scope, telling),
    announce: (scope: Scope, told: Told) => announceTold(deps, scope, told),
  };
}
