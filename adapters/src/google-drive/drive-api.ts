/** Google Drive's REST API, as far as documents are followed by it. */
import { ConnectorFault } from "@parley/contracts";
import { z } from "zod";
import { askJson, askVendor, type VendorAnswer, type VendorDoor } from "../connector/ask-vendor.ts";

export interface DriveAccess {
  /** A good one; `refused` after Google did not accept the last. */
  accessToken: (signal: AbortSignal, refused: boolean) => Promise<string>;
  /** Another address for all of Google; null for Google's own. */
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
  sleep: VendorDoor["sleep"];
  patienceMs?: number;
}

/** Their description promises none of the fields: what is missing is taken as empty. */
const driveFile = z.object({
  id: z.string().default(""),
  name: z.string().default(""),
  mimeType: z.string().default("application/octet-stream"),
  modifiedTime: z.string().default(""),
  md5Checksum: z.string().optional(),
  size: z.coerce.number().optional(),
  webViewLink: z.string().optional(),
  parents: z.array(z.string()).default([]),
  trashed: z.boolean().default(false),
  driveId: z.string().optional(),
  capabilities: z.object({ canDownload: z.boolean().optional() }).optional(),
});
export type DriveFile = z.infer<typeof driveFile>;

const FILE_FIELDS =
  "id,name,mimeType,modifiedTime,md5Checksum,size,webViewLink,parents,trashed,driveId,capabilities(canDownload)";

const fileList = z.object({ files: z.array(driveFile).default([]), nextPageToken: z.string().optional() });
const driveList = z.object({
  drives: z.array(z.object({ id: z.string().default(""), name: z.string().default("") })).default([]),
  nextPageToken: z.string().optional(),
});
const change = z.object({
  changeType: z.string().default("file"),
  removed: z.boolean().default(false),
  fileId: z.string().optional(),
  driveId: z.string().optional(),
  file: driveFile.optional(),
});
export type DriveChange = z.infer<typeof change>;
const changeList = z.object({
  changes: z.array(change).default([]),
  nextPageToken: z.string().optional(),
  newStartPageToken: z.string().optional(),
});

const aboutUser = z.object({ user: z.object({ permissionId: z.string(), emailAddress: z.string().default("") }) });
const startPage = z.object({ startPageToken: z.string() });

interface FileQuestion {
  q: string;
  driveId: string | null;
  pageToken: string | null;
  orderBy?: string;
}

/** Items of shared drives too, everywhere. */
const EVERYWHERE = { supportsAllDrives: "true", includeItemsFromAllDrives: "true" };
const MOST = "1000";

export function createDriveApi(access: DriveAccess) {
  const base = `${access.baseUrl ?? "https://www.googleapis.com"}/drive/v3`;
  const door: VendorDoor = {
    name: "Google Drive",
    fetch: access.fetch,
    sleep: access.sleep,
    explain,
    authorize: async (signal, refused) => ({ authorization: `Bearer ${await access.accessToken(signal, refused)}` }),
    ...(access.patienceMs !== undefined && { patienceMs: access.patienceMs }),
  };

  async function ask<T>(
    shape: z.ZodType<T>,
    { path, query }: { path: string; query: Record<string, string> },
    signal: AbortSignal,
  ) {
    const read = shape.safeParse(await askJson(door, { url: address(path, query) }, signal));
    if (read.success) return read.data;
    throw new ConnectorFault("failed", "Google Drive answered with something that cannot be read.", {
      cause: read.error,
    });
  }

  function address(path: string, query: Record<string, string>): URL {
    const url = new URL(base + path);
    url.search = new URLSearchParams(query).toString();
    return url;
  }

  const withToken = (pageToken: string | null): Record<string, string> => (pageToken === null ? {} : { pageToken });

  return {
    /** Whose Drive it is. */
    about: (signal: AbortSignal) =>
      ask(aboutUser, { path: "/about", query: { fields: "user(permissionId,emailAddress)" } }, signal),

    /** `root` stands for the top of the account's own drive. */
    file(id: string, signal: AbortSignal) {
      const query = { fields: FILE_FIELDS, supportsAllDrives: "true" };
      return ask(driveFile, { path: `/files/${encodeURIComponent(id)}`, query }, signal);
    },

    /** `driveId` null: the account's own drive, and what is shared with it. */
    files({ q, driveId, pageToken, orderBy }: FileQuestion, signal: AbortSignal) {
      const query = {
        q,
        ...EVERYWHERE,
        ...(driveId !== null && { corpora: "drive", driveId }),
        ...(orderBy !== undefined && { orderBy }),
        fields: `nextPageToken,files(${FILE_FIELDS})`,
        pageSize: MOST,
        ...withToken(pageToken),
      };
      return ask(fileList, { path: "/files", query }, signal);
    },

    sharedDrives(pageToken: string | null, signal: AbortSignal) {
      const query = { fields: "nextPageToken,drives(id,name)", pageSize: "100", ...withToken(pageToken) };
      return ask(driveList, { path: "/drives", query }, signal);
    },

    /** Each shared drive has a log of its own. */
    async startToken(driveId: string | null, signal: AbortSignal): Promise<string> {
      const query = { supportsAllDrives: "true", ...(driveId !== null && { driveId }) };
      return (await ask(startPage, { path: "/changes/startPageToken", query }, signal)).startPageToken;
    },

    changes({ driveId, pageToken }: { driveId: string | null; pageToken: string }, signal: AbortSignal) {
      const query = {
        pageToken,
        ...EVERYWHERE,
        ...(driveId !== null && { driveId }),
        fields: `nextPageToken,newStartPageToken,changes(changeType,removed,fileId,driveId,file(${FILE_FIELDS}))`,
        pageSize: MOST,
      };
      return ask(changeList, { path: "/changes", query }, signal);
    },

    download: (id: string, { maxBytes }: { maxBytes: number }, signal: AbortSignal): Promise<VendorAnswer> =>
      askVendor(
        door,
        { url: address(`/files/${encodeURIComponent(id)}`, { alt: "media", supportsAllDrives: "true" }), maxBytes },
        signal,
      ),

    export: (id: string, as: { mimeType: string; maxBytes: number }, signal: AbortSignal): Promise<VendorAnswer> =>
      askVendor(
        door,
        {
          url: address(`/files/${encodeURIComponent(id)}/export`, { mimeType: as.mimeType }),
          maxBytes: as.maxBytes,
        },
        signal,
      ),
  };
}

export type DriveApi = ReturnType<typeof createDriveApi>;

/** Google tells a pause and a ban both by 403; the reason in the body says which. */
function explain(status: number, body: string) {
  if (status !== 403) return undefined;
  if (/rateLimitExceeded|userRateLimitExceeded|sharingRateLimitExceeded|dailyLimitExceeded/u.test(body))
    return { problem: "rate-limited" as const, message: "Google Drive asks for a pause. Try again later." };
  if (/exportSizeLimitExceeded/u.test(body))
    return { problem: "too-large" as const, message: "Google exports documents of up to 10 MB only." };
  if (/accessNotConfigured|SERVICE_DISABLED/u.test(body))
    return {
      problem: "refused" as const,
      message: "The Google Drive API is not switched on for this client. Switch it on in the Google Cloud console.",
    };
  if (/cannotDownloadFile|cannotExportFile/u.test(body))
    return { problem: "forbidden" as const, message: "Its owner does not let it be downloaded." };
  return undefined;
}
