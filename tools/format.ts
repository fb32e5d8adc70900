// `npm run format`: brings every file into the house's form.
import { spawnSync } from "node:child_process";
import { formatter, root } from "./programs.ts";

const done = spawnSync(process.execPath, [formatter, "."], { cwd: root, stdio: "inherit" });
process.exitCode = done.status ?? 1;
