import { ConnectorFault, type ConnectorItem, type ItemChanges } from "@parley/contracts";
import { z } from "zod";
import type { DriveApi, DriveChange } from "./drive-api.ts";
import { FOLDER, itemOf } from "./drive-types.ts";
import { createFolderTree, type Root } from "./folder-tree.ts";

/** A place in the log of the account and in that of each shared drive; `at` is the one that is read next. */
const mark = z.object({
  at: z.int().min(0),
  logs: z.array(z.object({ driveId: z.string().nullable(), token: z.string() })).min(1),
});
type Mark = z.infer<typeof mark>;

export async function markDrive(api: DriveApi, roots: readonly Root[], signal: AbortSignal): Promise<string> {
  const logs: Mark["logs"] = [];
  for (const driveId of drivesOf(roots)) logs.push({ driveId, token: await api.startToken(driveId, signal) });
  return JSON.stringify({ at: 0, logs } satisfies Mark);
}

/** One page of one log. Null where folders changed, the chosen drives are others, or Google does not know the place any more. */
export async function followChanges(
  api: DriveApi,
  { roots, cursor, known }: { roots: readonly Root[]; cursor: string; known: ReadonlySet<string> },
  signal: AbortSignal,
): Promise<ItemChanges | null> {
  const place = readMark(cursor);
  const log = place?.logs[place.at];
  const drives = drivesOf(roots);
  if (
    !place ||
    !log ||
    place.logs.length !== drives.length ||
    place.logs.some(({ driveId }) => !drives.includes(driveId))
  )
    return null;
  const page = await pageAt(api, { driveId: log.driveId, pageToken: log.token }, signal);
  if (page === null) return null;
  const tree = createFolderTree(api, roots);
  const items = new Map<string, ConnectorItem>();
  const removed = new Set<string>();
  for (const change of page.changes) {
    const read = await readChange(change, { tree, known }, signal);
    if (read === "list again") return null;
    if (read === "nothing") continue;
    const id = typeof read === "string" ? read : read.id;
    items.delete(id);
    removed.delete(id);
    if (typeof read === "string") removed.add(id);
    else items.set(id, read);
  }
  const next = advance(place, page);
  return { items: [...items.values()], removed: [...removed], cursor: JSON.stringify(next.mark), more: next.more };
}

/** An item, the id of one that is gone, or what else follows from a change. */
async function readChange(
  { changeType, removed, fileId, driveId, file }: DriveChange,
  { tree, known }: { tree: ReturnType<typeof createFolderTree>; known: ReadonlySet<string> },
  signal: AbortSignal,
): Promise<ConnectorItem | string> {
  if (changeType === "drive") return driveId !== undefined && known.has(driveId) ? "list again" : "nothing";
  if (fileId === undefined) return "nothing";
  const isGone = removed || file === undefined || file.trashed;
  // What lies below a folder that was moved, thrown away or shared gets no change of its own.
  if (known.has(fileId) || tree.chosen.has(fileId)) return "list again";
  if (isGone) return fileId;
  const within = await tree.within(file, signal);
  if (file.mimeType === FOLDER) return within === null ? "nothing" : "list again";
  return within === null ? fileId : itemOf({ ...file, id: fileId }, within);
}

async function pageAt(api: DriveApi, at: { driveId: string | null; pageToken: string }, signal: AbortSignal) {
  try {
    return await api.changes(at, signal);
  } catch (error) {
    if (error instanceof ConnectorFault && FORGOTTEN.has(error.problem)) return null;
    throw error;
  }
}

const FORGOTTEN: ReadonlySet<string> = new Set(["not-found", "refused", "forbidden"]);

function advance(
  { at, logs }: Mark,
  page: { nextPageToken?: string | undefined; newStartPageToken?: string | undefined },
): { mark: Mark; more: boolean } {
  const token = page.nextPageToken ?? page.newStartPageToken ?? logs[at]?.token ?? "";
  const moved = logs.map((log, index) => (index === at ? { ...log, token } : log));
  if (page.nextPageToken !== undefined) return { mark: { at, logs: moved }, more: true };
  const isLast = at + 1 >= logs.length;
  return { mark: { at: isLast ? 0 : at + 1, logs: moved }, more: !isLast };
}

function readMark(cursor: string): Mark | undefined {
  try {
    return mark.safeParse(JSON.parse(cursor)).data;
  } catch {
    return undefined;
  }
}

/** The account's own log is always followed: it tells of what is shared, too. */
function drivesOf(roots: readonly Root[]): (string | null)[] {
  return [...new Set([null, ...roots.map(({ driveId }) => driveId)])];
}
