/** What of a Drive can be read, and how its own documents leave it. */
import type { ConnectorItem } from "@parley/contracts";
import type { DriveFile } from "./drive-api.ts";

export const FOLDER = "application/vnd.google-apps.folder";
const OWN = "application/vnd.google-apps.";

/** Google's own documents have no bytes: each is exported as what keeps most of it. */
const EXPORTS: Readonly<Record<string, { type: string; ending: string }>> = {
  [`${OWN}document`]: { type: "text/markdown", ending: ".md" },
  [`${OWN}spreadsheet`]: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending: ".xlsx",
  },
  [`${OWN}presentation`]: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ending: ".pptx",
  },
};

export const exportOf = (type: string) => EXPORTS[type];

export function itemOf(file: DriveFile, within: readonly string[]): ConnectorItem {
  return {
    id: file.id,
    title: file.name,
    url: file.webViewLink ?? `https://drive.google.com/open?id=${encodeURIComponent(file.id)}`,
    version: `${file.md5Checksum ?? file.modifiedTime} ${file.name}`,
    type: file.mimeType,
    language: null,
    within: [...within],
    unreadable: whyUnreadable(file),
  };
}

function whyUnreadable({ mimeType, size, capabilities }: DriveFile): string | null {
  if (capabilities?.canDownload === false) return "Its owner does not let it be downloaded.";
  if (mimeType.startsWith(OWN) && exportOf(mimeType) === undefined)
    return mimeType === `${OWN}shortcut`
      ? "A shortcut. Choose the folder that it leads to."
      : `Google ${mimeType.slice(OWN.length)}: there is no text to take from it.`;
  if (/^(?:image|video|audio|font)\//u.test(mimeType)) return `There is no text in it (${mimeType}).`;
  if (size !== undefined && size > LARGEST_FILE) return `Larger than ${LARGEST_FILE / 1024 / 1024} MB.`;
  return null;
}

export const LARGEST_FILE = 30 * 1024 * 1024;
