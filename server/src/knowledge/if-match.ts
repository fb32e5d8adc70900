import { Fault } from "@parley/contracts";

/** The revision that a caller saw, from `If-Match: "3"`; null where it names none. */
export function seenRevision(header: string | string[] | undefined): number | null {
  const text = [header].flat()[0]?.trim();
  if (text === undefined || text === "*") return null;
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(text)?.[1];
  if (revision === undefined)
    throw new Fault("invalid_request", 'If-Match takes the ETag of an earlier answer, such as "3".');
  return Number(revision);
}

export const etagOf = (revision: number): string => `"${revision}"`;
