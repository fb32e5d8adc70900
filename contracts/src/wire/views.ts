/** Saved views: a list as somebody filtered and sorted it, under a name. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { viewListNames, viewNamesOf, type ViewListName } from "../view-lists.ts";
import { nameInput } from "./names.ts";
import { pageQuery } from "./rest.ts";

export const viewList = z.enum(viewListNames);

const MOST_PAIRS = 20;
const LONGEST_VALUE = 300;

/** What stands behind `?` in the address of the list, without what says nothing. */
export const viewQuery = z
  .record(
    z.string().regex(/^[a-z][A-Za-z]{0,29}$/, "is not the name of a filter"),
    z.string().min(1, "needs a value").max(LONGEST_VALUE, `may have at most ${LONGEST_VALUE} characters`),
  )
  .refine((query) => Object.keys(query).length > 0, "needs at least one filter, a search or an order")
  .refine((query) => Object.keys(query).length <= MOST_PAIRS, `may hold at most ${MOST_PAIRS} filters`)
  .meta({ examples: [{ q: "refund" }] });
export type ViewQuery = z.infer<typeof viewQuery>;

/** The first name that views of a list cannot hold. */
export function strangeNameIn(list: ViewListName, query: ViewQuery): string | undefined {
  const known = viewNamesOf(list);
  return Object.keys(query).find((name) => !known.includes(name));
}

export const view = z.object({
  id: idSchema("view"),
  list: viewList,
  /** Of the lists that every agent has one of. */
  agentId: idSchema("agent").nullable(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  /** Seen by everybody who may see the list; else by its maker alone. */
  shared: z.boolean(),
  /** Null when a program made it, or an account that is gone. */
  maker: z.object({ userId: z.string(), name: z.string() }).nullable(),
  /** Whether you made it. */
  mine: z.boolean(),
  /** Whether you may change and remove it. */
  mayChange: z.boolean(),
  revision: z.int(),
  createdAt: z.iso.datetime(),
});
export type View = z.infer<typeof view>;

export const viewsQuery = pageQuery.extend({
  list: viewList.optional(),
  /** For `documents` and `verified-answers`: those of this agent alone. */
  agentId: idSchema("agent").optional(),
});

export const viewInput = z.object({
  list: viewList,
  agentId: idSchema("agent").optional(),
  name: nameInput,
  query: viewQuery,
  shared: z.boolean().default(false),
});
export type ViewInput = z.infer<typeof viewInput>;

export const viewChange = z.object({ name: nameInput, query: viewQuery, shared: z.boolean() }).partial();
export type ViewChange = z.infer<typeof viewChange>;
