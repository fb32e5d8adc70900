import { Fault, type GapTopic } from "@parley/contracts";
import { z } from "zod";
import type { Place } from "./topic-store.ts";

const place = z.tuple([z.int(), z.int(), z.iso.datetime(), z.string().regex(/^gap_\w{1,40}$/u)]);

export const writePlace = ({ now, questions, lastAt, id }: GapTopic): string =>
  Buffer.from(JSON.stringify([now, questions, lastAt, id])).toString("base64url");

/** @throws Fault invalid_request */
export function readPlace(cursor: string): Place {
  const read = place.safeParse(parse(Buffer.from(cursor, "base64url").toString()));
  if (!read.success) throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
  const [now, questions, lastAt, id] = read.data;
  return { now, questions, lastAt, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
