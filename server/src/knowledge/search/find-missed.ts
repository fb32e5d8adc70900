import { Fault, type MissedDocument, type SearchFilter } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import { analyse } from "../analyse/analyse.ts";
import { readDocuments } from "../documents/document-store.ts";
import { plainText } from "../plain-text.ts";
import { filterValues, isAllowed } from "./filter-documents.ts";
import { createSearch, type SearchDeps } from "./search.ts";

/** As the tester shows. */
const SHOWN = 8;
const LOOKED_AT = 200;

export type FindMissed = (
  scope: Scope,
  request: { agentId: string; query: string; documentId: string; filter?: SearchFilter | undefined },
) => Promise<MissedDocument>;

/** Why a document that somebody expected is not among the results. Throws `not_found`. */
export function createFindMissed(deps: SearchDeps): FindMissed {
  const search = createSearch(deps);
  return async (scope, { agentId, query, documentId, filter }) => {
    const [document] = await readDocuments(deps.db, scope, [documentId]);
    if (document?.agentId !== agentId) throw new Fault("not_found", "There is no such document.");
    const outcome = await search(scope, { agentId, query, limit: LOOKED_AT, filter });
    const at = outcome.passages.findIndex((passage) => passage.documentId === documentId);
    const best = outcome.passages[at];
    const known = { documentId, title: document.title, url: document.url };
    const lastShown = outcome.passages[Math.min(SHOWN, outcome.passages.length) - 1]?.score ?? null;
    if (best !== undefined) {
      const own = wordsOf(query, best.language, `${best.title}\n${best.headings.join("\n")}\n${best.text}`);
      const state = at < SHOWN ? "found" : "below";
      return { ...known, state, place: at + 1, text: plainText(best.text), score: best.score, lastShown, ...own };
    }
    const rest = { place: null, score: null, lastShown };
    if (filter !== undefined && (await isHidden(scope, documentId, filter)))
      return { ...known, state: "hidden", text: null, ...rest, held: [], lacking: [] };
    const [[row] = []] = await deps.db.batch(scope, [
      {
        text: "select content from knowledge_documents where organization = $1::int and id = $2::text",
        values: [scope.organization, documentId],
      },
    ]);
    const own = wordsOf(query, document.language, `${document.title}\n${String(row?.["content"] ?? "")}`);
    return { ...known, state: own.held.length === 0 ? "none" : "below", text: null, ...rest, ...own };
  };

  async function isHidden(scope: Scope, documentId: string, filter: SearchFilter): Promise<boolean> {
    const [rows = []] = await deps.db.batch(scope, [
      {
        text: `select 1 from knowledge_chunks p where p.organization = $1::int and p.document_id = $2::text
          and exists (${isAllowed("p.number", { organization: "$1::int", from: 3 })}) limit 1`,
        values: [scope.organization, documentId, ...filterValues(filter)],
      },
    ]);
    return rows.length === 0;
  }
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Which words of the question a text holds, in any of their forms. */
function wordsOf(query: string, language: string, text: string): { held: string[]; lacking: string[] } {
  const terms = new Set(analyse(text, language));
  const asked = [...new Set(query.match(words) ?? [])].filter((word) => analyse(word, language).length > 0);
  const isHeld = (word: string) => analyse(word, language).some((term) => terms.has(term));
  return { held: asked.filter(isHeld), lacking: asked.filter((word) => !isHeld(word)) };
}
