/** From pages that changed to the answers that relied on them. */
import type { Conversations, CitingAnswer } from "../conversations/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Clock, Database, Scope } from "../platform/index.ts";
import { noteAnswers, questionBehind, waitAgain } from "./recall-store.ts";
import { readRows, reliedOn, type Rows } from "./relied-on.ts";

export interface FindDeps {
  db: Database;
  clock: Clock;
  knowledge: Pick<Knowledge, "versions">;
  conversations: Pick<Conversations, "citations">;
}

export interface ChangedDocument {
  documentId: string;
  from: number | null;
  /** Null when it is gone. */
  to: number | null;
}

/** Older answers are nobody's plan any more. */
const LOOKED_BACK_MS = 90 * 24 * 3_600_000;
const PAGE = 200;
/** Of one document at a time: whoever has more has a page that all answers cite. */
const MOST_ANSWERS = 5_000;

/** How many recalls wait to be answered again because of it. May be called again with the same. */
export async function findRecalls(
  deps: FindDeps,
  scope: Scope,
  { agentId, changed }: { agentId: string; changed: readonly ChangedDocument[] },
): Promise<number> {
  const { db } = deps;
  const ids = changed.map(({ documentId }) => documentId);
  let waiting = await waitAgain(db.query(scope), scope, ids);
  for (const document of changed) {
    const texts = new Texts(deps, scope, document);
    const since = new Date(deps.clock.now() - LOOKED_BACK_MS);
    let after: { conversationId: string; seq: number } | null = null;
    for (let seen = 0; seen < MOST_ANSWERS; seen += PAGE) {
      const page: CitingAnswer[] = await deps.conversations.citations.find(scope, {
        documentId: document.documentId,
        since,
        limit: PAGE,
        after,
      });
      waiting += await notePage(deps, scope, { agentId, document, texts, page });
      const last = page.at(-1);
      if (page.length < PAGE || !last) break;
      after = { conversationId: last.conversationId, seq: last.seq };
    }
  }
  return waiting;
}

async function notePage(
  { db, clock }: FindDeps,
  scope: Scope,
  work: { agentId: string; document: ChangedDocument; texts: Texts; page: readonly CitingAnswer[] },
): Promise<number> {
  const { agentId, document, texts, page } = work;
  const relied: CitingAnswer[] = [];
  for (const answer of page) {
    const sides = await texts.around(answer.version);
    if (!answer.citations.some(({ text }) => reliedOn(text, sides))) continue;
    // A correction that was sent answers what was asked first.
    const question = answer.question || (await questionBehind(db.query(scope), scope, answer.messageId)) || "";
    if (question !== "") relied.push({ ...answer, question });
  }
  const [first] = relied;
  const [citation] = first?.citations ?? [];
  if (!first || !citation) return 0;
  const now = await texts.about();
  const { text, title, url } = citation;
  const cause = {
    documentId: document.documentId,
    title: now?.title ?? title,
    url: now?.url ?? url,
    from: first.version ?? document.from,
    to: now === undefined ? null : document.to,
    removed: now === undefined,
    citation: { text, title, url },
  };
  return db.transaction(scope, (tx) => noteAnswers(tx, scope, { agentId, answers: relied, cause, now: clock.now() }));
}

/** What the document said in the versions that were cited, and what it says now; each read once. */
class Texts {
  readonly #read = new Map<number, Promise<Rows | null>>();
  #now: Rows | undefined;
  #present: ReturnType<Knowledge["versions"]["present"]> | undefined;
  readonly #deps: FindDeps;
  readonly #scope: Scope;
  readonly #document: ChangedDocument;

  constructor(deps: FindDeps, scope: Scope, document: ChangedDocument) {
    this.#deps = deps;
    this.#scope = scope;
    this.#document = document;
  }

  async around(cited: number | null): Promise<{ before: Rows | null; after: Rows | null }> {
    const present = await this.about();
    if (present) this.#now ??= readRows(present.content);
    const number = cited ?? this.#document.from;
    const before = number === null || present === undefined ? null : await this.#version(number);
    return { before, after: this.#now ?? null };
  }

  about() {
    this.#present ??= this.#deps.knowledge.versions.present(this.#scope, this.#document.documentId);
    return this.#present;
  }

  #version(number: number): Promise<Rows | null> {
    const read = this.#read.get(number) ?? this.#readVersion(number);
    this.#read.set(number, read);
    return read;
  }

  async #readVersion(number: number): Promise<Rows | null> {
    const text = await this.#deps.knowledge.versions.text(this.#scope, this.#document.documentId, number);
    return text === null ? null : readRows(text);
  }
}
