import {
  type Connector,
  type ConnectorItem,
  type Container,
  type ContainerPage,
  type ContainerQuery,
  type ItemContent,
} from "@parley/contracts";
import { createDriveApi, type DriveAccess, type DriveApi } from "./drive-api.ts";
import { exportOf, FOLDER, LARGEST_FILE } from "./drive-types.ts";
import { findRoots } from "./folder-tree.ts";
import { followChanges, markDrive } from "./follow-changes.ts";
import { listDrive, quoted } from "./list-drive.ts";

/** Folders of an account's own drive and of the shared drives that it may see. Nothing is asked before the first call. */
export function createGoogleDrive(access: DriveAccess): Connector {
  const api = createDriveApi(access);
  return {
    provider: "google-drive",

    async account(signal) {
      const { user } = await api.about(signal);
      return { id: user.permissionId, name: user.emailAddress };
    },

    containers: (query, signal) => findContainers(api, query, signal),

    async mark(chosen, signal) {
      return markDrive(api, await findRoots(api, chosen, signal), signal);
    },

    async *list(chosen, signal) {
      yield* listDrive(api, await findRoots(api, chosen, signal), signal);
    },

    async changes({ chosen, cursor, known }, signal) {
      const roots = await findRoots(api, chosen, signal);
      return roots.length < new Set(chosen).size ? null : followChanges(api, { roots, cursor, known }, signal);
    },

    fetch: (item, signal) => fetchItem(api, item, signal),
  };
}

/** The account's own drive, what is shared with it, and the shared drives; below each its folders. */
async function findContainers(
  api: DriveApi,
  { parentId, search, cursor }: ContainerQuery,
  signal: AbortSignal,
): Promise<ContainerPage> {
  if (parentId === null && search === null) return { containers: await findDrives(api, signal), next: null };
  const isShared = parentId === SHARED;
  const q = [
    `mimeType = '${FOLDER}' and trashed = false`,
    ...(search === null ? [] : [`name contains '${quoted(search)}'`]),
    ...(isShared ? ["sharedWithMe = true"] : parentId === null ? [] : [`'${quoted(parentId)}' in parents`]),
  ].join(" and ");
  const page = await api.files({ q, driveId: null, pageToken: cursor, orderBy: "name" }, signal);
  return {
    containers: page.files.filter(({ mimeType, trashed }) => mimeType === FOLDER && !trashed).map(folderOf),
    next: page.nextPageToken ?? null,
  };
}

/** Not a folder: it can be opened and not chosen. */
const SHARED = "shared-with-me";

async function findDrives(api: DriveApi, signal: AbortSignal): Promise<Container[]> {
  const containers: Container[] = [
    { id: "root", name: "My Drive", kind: "drive", opens: true, choosable: true, path: [] },
    { id: SHARED, name: "Shared with me", kind: "collection", opens: true, choosable: false, path: [] },
  ];
  let pageToken: string | null = null;
  do {
    const page = await api.sharedDrives(pageToken, signal);
    for (const { id, name } of page.drives)
      containers.push({ id, name, kind: "drive", opens: true, choosable: true, path: [] });
    pageToken = page.nextPageToken ?? null;
  } while (pageToken !== null && containers.length < MOST_DRIVES);
  return containers;
}

const MOST_DRIVES = 1_000;

const folderOf = ({ id, name }: { id: string; name: string }): Container => ({
  id,
  name,
  kind: "folder",
  opens: true,
  choosable: true,
  path: [],
});

async function fetchItem(api: DriveApi, { id, title, type }: ConnectorItem, signal: AbortSignal): Promise<ItemContent> {
  const exported = exportOf(type);
  if (exported === undefined) {
    const { body } = await api.download(id, { maxBytes: LARGEST_FILE }, signal);
    return { kind: "bytes", bytes: body, type, name: title };
  }
  const { body } = await api.export(id, { mimeType: exported.type, maxBytes: LARGEST_FILE }, signal);
  if (exported.type !== "text/markdown")
    return { kind: "bytes", bytes: body, type: exported.type, name: `${title}${exported.ending}` };
  return { kind: "text", format: "markdown", text: withoutPictures(new TextDecoder().decode(body)) };
}

/** Google puts a document's pictures into its Markdown, as megabytes of text. */
function withoutPictures(markdown: string): string {
  return markdown
    .replaceAll(/^\[[^\]\n]+\]:[ \t]*<data:[^>\n]*>[ \t]*$/gmu, "")
    .replaceAll(/!\[([^\]\n]*)\]\[[^\]\n]*\]/gu, "$1")
    .replaceAll(/!\[([^\]\n]*)\]\(data:[^)\n]*\)/gu, "$1")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
