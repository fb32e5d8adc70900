import { Fault } from "@parley/contracts";

/** The revision that a caller saw, from `If-Match: "3"`; null where it names none. */
export function seenRevision(headers: { "if-match"?: string | string[] | undefined }): number | null {
  const text = [headers["if-match"]].flat()[0]?.trim();
  if (text === undefined || text === "*") return null;
  const revision = /^(?:W\/)?"(\d{1,9})"$/u.exec(text)?.[1];
  if (revision === undefined)
    throw new Fault("invalid_request", 'If-Match takes the ETag of an earlier answer, such as "3".');
  return Number(revision);
}

export const etagOf = (revision: number): string => `"${revision}"`;
