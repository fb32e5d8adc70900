import { ConnectorFault } from "@parley/contracts";
import type { DriveApi, DriveFile } from "./drive-api.ts";
import { FOLDER } from "./drive-types.ts";

export interface Root {
  /** Google's own id: `root` is only another name for one. */
  id: string;
  /** Null in the account's own drive. */
  driveId: string | null;
}

/** The chosen folders that are there; what was deleted, or is not shared any more, is not among them. */
export async function findRoots(api: DriveApi, chosen: readonly string[], signal: AbortSignal): Promise<Root[]> {
  const roots: Root[] = [];
  for (const id of chosen) {
    const file = await fileIfThere(api, id, signal);
    if (file === undefined || file.trashed || file.mimeType !== FOLDER) continue;
    roots.push({ id: file.id, driveId: file.driveId ?? null });
  }
  return roots;
}

/** Tells where files lie, asking for each folder once. */
export function createFolderTree(api: DriveApi, roots: readonly Root[]) {
  const chosen = new Set(roots.map(({ id }) => id));
  const known = new Map<string, { parent: string | undefined; trashed: boolean } | null>();

  async function look(id: string, signal: AbortSignal) {
    const before = known.get(id);
    if (before !== undefined) return before;
    const folder = await fileIfThere(api, id, signal);
    const found = folder ? { parent: folder.parents[0], trashed: folder.trashed } : null;
    known.set(id, found);
    return found;
  }

  return {
    chosen,

    /** Ids from the chosen folder down to the one that holds the file; null when it lies in none of them. */
    async within(file: Pick<DriveFile, "parents">, signal: AbortSignal): Promise<string[] | null> {
      const path: string[] = [];
      for (let at = file.parents[0]; at !== undefined && path.length < DEEPEST;) {
        path.unshift(at);
        if (chosen.has(at)) return path;
        const folder = await look(at, signal);
        if (folder === null || folder.trashed) return null;
        at = folder.parent;
      }
      return null;
    },
  };
}

const DEEPEST = 100;

async function fileIfThere(api: DriveApi, id: string, signal: AbortSignal): Promise<DriveFile | undefined> {
  try {
    return await api.file(id, signal);
  } catch (error) {
    if (error instanceof ConnectorFault && (error.problem === "not-found" || error.problem === "forbidden"))
      return undefined;
    throw error;
  }
}
