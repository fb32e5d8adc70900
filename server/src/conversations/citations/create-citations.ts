/** What is known and done about answers by the documents that they cited. */
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

    /** What was said before a visitor's message, as the answering wants it; undefined when it is gone. */
    async before(scope: Scope, at: { conversationId: string; seq: number }): Promise<HistoryMessage[] | undefined> {
      const found = await store.load(scope, at.conversationId, at.seq);
      return found?.before.toReversed().map(historyMessage);
    },

    /** Within the caller's transaction; `announce` after its commit. Undefined when the visitor cannot be reached. */
    tell: (tx: Tx, scope: Scope, telling: Telling) => tellVisitor({ ...deps, tx }, scope, telling),
    announce: (scope: Scope, told: Told) => announceTold(deps, scope, told),
  };
}
