import { type ConversationQuery, firstIdAt } from "@parley/contracts";
import { and, type Database, desc, eq, gte, lt, type Scope, sql, type SQL } from "../platform/index.ts";
import { conversationColumns } from "./conversation-store.ts";
import { BOUNDS, type Bounds, planSearch, walkWords } from "./find-words.ts";
import type { ConversationRow } from "./present.ts";
import { conversations } from "./tables.ts";

export interface ListedConversations {
  data: ConversationRow[];
  /** The id to go on from. */
  next: string | null;
}

/** Newest first. Begun later means a greater id: that is how times and cursors are compared. */
export async function listConversations(
  db: Database,
  scope: Scope,
  query: ConversationQuery & { bounds?: Bounds },
): Promise<ListedConversations> {
  const limit = query.limit + 1;
  const { counted, lookedUp } = query.bounds ?? BOUNDS;
  const fits = fitting(scope, query);
  const walks = query.q === undefined ? undefined : await planSearch(db, scope, { text: query.q, counted });
  if (walks?.length === 0) return { data: [], next: null };
  const found = walks?.map((walk) => walkWords(scope, walk, { fits, limit, lookedUp, ...idsOf(query) }));
  const rows = await db
    .query(scope)
    .select(conversationColumns)
    .from(conversations)
    .where(
      found
        ? and(
            eq(conversations.organization, scope.organization),
            sql`${conversations.id} in (${sql.join(found, sql` union all `)})`,
          )
        : fits,
    )
    .orderBy(desc(conversations.id))
    .limit(limit);
  const data = rows.slice(0, query.limit);
  return { data, next: rows.length > query.limit ? (data.at(-1)?.id ?? null) : null };
}

/** Between which ids the conversations are; see `firstIdAt`. */
function idsOf({ from, to, cursor }: ConversationQuery): { since: string | null; before: string | null } {
  const firstAt = (time: string) => firstIdAt("conversation", Date.parse(time));
  const ends = [...(to ? [firstAt(to)] : []), ...(cursor ? [cursor] : [])];
  return { since: from ? firstAt(from) : null, before: ends.toSorted()[0] ?? null };
}

function fitting(scope: Scope, query: ConversationQuery): SQL {
  const { agentId, channel, rating, language, visitorId } = query;
  const { since, before } = idsOf(query);
  const all = and(
    eq(conversations.organization, scope.organization),
    agentId ? eq(conversations.agentId, agentId) : undefined,
    channel ? eq(conversations.channel, channel) : undefined,
    rating ? eq(conversations.rating, rating) : undefined,
    language ? eq(conversations.language, language) : undefined,
    visitorId ? eq(conversations.visitorId, visitorId) : undefined,
    query.outcome ? outcomes[query.outcome] : undefined,
    query.corrected === undefined ? undefined : query.corrected ? sql`corrected > 0` : sql`corrected = 0`,
    since === null ? undefined : gte(conversations.id, since),
    before === null ? undefined : lt(conversations.id, before),
  );
  return all ?? sql`true`;
}

const outcomes = {
  answered: sql`answered > 0 and unanswered = 0`,
  unanswered: sql`unanswered > 0`,
  "person-asked": sql`person_asked`,
} as const;
