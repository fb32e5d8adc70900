import type { ThreadMessage } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";

/** The present version of each document that is still there. */
export type VersionsNow = (scope: Scope, documentIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Says of each answer which of its pages say something else now. */
export async function markChanged(
  { versionsNow }: { versionsNow: VersionsNow },
  scope: Scope,
  messages: readonly ThreadMessage[],
): Promise<ThreadMessage[]> {
  const cited = new Map(messages.map((message) => [message.id, citedBy(message)]));
  const ids = new Set([...cited.values()].flatMap((own) => own.map(({ documentId }) => documentId)));
  const now = await versionsNow(scope, [...ids]);
  return messages.map((message) => ({
    ...message,
    changedSince: (cited.get(message.id) ?? []).flatMap(({ documentId, title, from }) => {
      const to = now.get(documentId) ?? null;
      return to === from ? [] : [{ documentId, title, from, to }];
    }),
  }));
}

/** Each document once; of answers given before documents had versions it is not known. */
function citedBy(message: ThreadMessage): { documentId: string; title: string; from: number }[] {
  const documents = new Map(
    message.parts.flatMap((part) => {
      if (part.type !== "citation" || part.citation.documentVersion === undefined) return [];
      const { documentId, title, documentVersion } = part.citation;
      return [[documentId, { documentId, title, from: documentVersion }] as const];
    }),
  );
  return [...documents.values()];
}
