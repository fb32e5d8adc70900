import { access, constants, mkdir } from "node:fs/promises";
import { Fault } from "@parley/contracts";

/** Makes the data directory if need be, for its owner alone. @throws Fault unavailable when it cannot hold files. */
export async function prepareDirectory(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Fault(
      "unavailable",
      `${dataDir} cannot be used as the data directory: it cannot be made or written to. Check its path and permissions, or choose another with --data.`,
      { cause },
    );
  }
}
