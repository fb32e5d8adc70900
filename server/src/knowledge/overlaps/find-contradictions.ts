/** Of statements about the same thing, pairs that name two different figures. */
import { newId } from "@parley/contracts";
import type { Row } from "../../platform/index.ts";
import type { NewOverlap } from "./overlap-sql.ts";
import { digest } from "./seen-passages.ts";

/** `rows`: all that is said of each subject, with the figures and the page. */
export function findContradictions(rows: readonly Row[], now: number): NewOverlap[] {
  return [...Map.groupBy(rows, (row) => Number(row["subject"]))].flatMap(([subject, said]): NewOverlap[] => {
    const byFigure = Map.groupBy(said, (row) => String(row["figures"]));
    const [ones = [], others = []] = byFigure.values();
    const pair = ones.flatMap((one) =>
      others.filter((other) => mayContradict(one, other)).map((other) => [one, other]),
    )[0];
    if (pair === undefined) return [];
    const key = digest(`${subject} ${[...byFigure.keys()].toSorted().join(" ; ")}`);
    const passages = pair.map((row) => ({
      chunk: Number(row["chunk"]),
      likeness: 0,
      marks: [[Number(row["start"]), Number(row["end"])]],
    }));
    return [{ kind: "contradiction", key, id: newId("overlap", now), passages }];
  });
}

/** Pages side by side in one folder (shops, products, editions) each speak of their own thing. */
function mayContradict(one: Row, other: Row): boolean {
  if (one["document_id"] === other["document_id"]) return false;
  const [here, there] = [folderOf(one["url"]), folderOf(other["url"])];
  return here === null || here !== there || one["title"] === other["title"];
}

/** Null for what lies at the top of a site, or has no address. */
function folderOf(url: unknown): string | null {
  const parts = typeof url === "string" ? url.split(/[?#]/u)[0]?.split("/").slice(2, -1) : undefined;
  return parts === undefined || parts.length < 2 ? null : parts.join("/");
}
