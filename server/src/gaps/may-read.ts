import { Fault } from "@parley/contracts";
import type { Scope } from "../platform/index.ts";

/** What is changed here is answered with visitors' words. @throws Fault forbidden */
export function assertReads({ permissions }: Scope): void {
  if (!permissions.has("conversations:read"))
    throw new Fault("forbidden", "This needs the permission to read conversations as well.");
}
