import { explainFailure, type ListedModels, listModels } from "@parley/adapters";
import { Fault } from "@parley/contracts";
import type { Clock } from "../platform/index.ts";
import type { VendorAccess } from "./test-connection.ts";

/** The models that a vendor offers. A server that has no such list is no failure; a wrong key is. */
export async function readModels(
  access: VendorAccess,
  wanted: ListedModels,
  clock: Clock,
): Promise<{ data: { id: string }[]; listed: boolean }> {
  const stop = new AbortController();
  const patience = clock.sleep(PATIENCE_MS, stop.signal).then(() => stop.abort());
  try {
    const names = await listModels(access, stop.signal, wanted);
    return { data: names.slice(0, MOST).map((id) => ({ id })), listed: names.length > 0 };
  } catch (error) {
    const { problem, message } = explainFailure(error);
    if (problem === "no_model" || problem === "refused") return { data: [], listed: false };
    throw new Fault("vendor_refused", message, { cause: error });
  } finally {
    stop.abort();
    await patience;
  }
}

const PATIENCE_MS = 10_000;
const MOST = 500;
