import { ConnectorFault, type ConnectorItem } from "@parley/contracts";
import type { DriveApi } from "./drive-api.ts";
import { FOLDER, itemOf } from "./drive-types.ts";
import type { Root } from "./folder-tree.ts";

/** So many folders are asked about at once: the whole question must fit into an address. */
const FOLDERS_AT_ONCE = 25;
const MOST_FOLDERS = 20_000;

interface Level {
  driveId: string | null;
  /** Id of a folder, and what it lies in from the chosen one down, itself included. */
  folders: Map<string, string[]>;
}

/** Everything below the chosen folders, level by level. A folder is read once, however many ways lead to it. */
export async function* listDrive(
  api: DriveApi,
  roots: readonly Root[],
  signal: AbortSignal,
): AsyncGenerator<ConnectorItem[]> {
  const seen = new Set(roots.map(({ id }) => id));
  const levels: Level[] = [...Map.groupBy(roots, ({ driveId }) => driveId)].map(([driveId, own]) => ({
    driveId,
    folders: new Map(own.map(({ id }) => [id, [id]])),
  }));
  for (let level = levels.shift(); level !== undefined; level = levels.shift()) {
    const below: Level = { driveId: level.driveId, folders: new Map() };
    for (const some of chunksOf([...level.folders.keys()])) {
      const q = `(${some.map((id) => `'${quoted(id)}' in parents`).join(" or ")}) and trashed = false`;
      let pageToken: string | null = null;
      do {
        const page = await api.files({ q, driveId: level.driveId, pageToken }, signal);
        const items: ConnectorItem[] = [];
        for (const file of page.files) {
          const parent = file.parents.find((id) => level.folders.has(id));
          const within = parent === undefined ? undefined : level.folders.get(parent);
          if (within === undefined || file.trashed) continue;
          if (file.mimeType !== FOLDER) items.push(itemOf(file, within));
          else if (!seen.has(file.id)) {
            seen.add(file.id);
            below.folders.set(file.id, [...within, file.id]);
          }
        }
        if (seen.size > MOST_FOLDERS)
          throw new ConnectorFault("too-large", `There are more than ${MOST_FOLDERS} folders. Choose fewer of them.`);
        yield items;
        pageToken = page.nextPageToken ?? null;
      } while (pageToken !== null);
    }
    if (below.folders.size > 0) levels.push(below);
  }
}

function* chunksOf(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += FOLDERS_AT_ONCE) yield ids.slice(from, from + FOLDERS_AT_ONCE);
}

/** Within a string of Drive's language of questions. */
export const quoted = (text: string): string => text.replace(/[\\']/gu, String.raw`\$&`);
