// `node tools/audit.ts`: asks the package registry for known weaknesses of what ships. Says so where it does not answer.
import { spawnSync } from "node:child_process";
import { root } from "./programs.ts";

interface Weakness {
  name: string;
  severity: string;
  advisories: string[];
}

export type Findings = { state: "skipped"; why: string } | { state: "asked"; weaknesses: Weakness[] };

/** Reads what `npm audit --json` printed. */
export function readAudit(output: string): Findings {
  const report = parse(output);
  const { vulnerabilities, message, error }: Record<string, unknown> = { ...Object(report) };
  if (typeof vulnerabilities !== "object" || vulnerabilities === null) {
    const { summary }: Record<string, unknown> = { ...Object(error) };
    const said = [message, summary].find((text) => typeof text === "string" && text !== "");
    return { state: "skipped", why: said === undefined ? "the registry gave no report" : String(said).slice(0, 200) };
  }
  return { state: "asked", weaknesses: Object.values(vulnerabilities).map(readWeakness) };
}

function readWeakness(value: unknown): Weakness {
  const { name, severity, via }: Record<string, unknown> = { ...Object(value) };
  const advisories = (Array.isArray(via) ? via : []).flatMap((one: unknown) => {
    const { title, url }: Record<string, unknown> = { ...Object(one) };
    return typeof title === "string" ? [`${title} ${typeof url === "string" ? url : ""}`.trim()] : [];
  });
  return { name: String(name), severity: String(severity), advisories };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    cwd: root,
    encoding: "utf8",
    timeout: 120_000,
  });
  const findings = readAudit(stdout ?? "");
  if (findings.state === "skipped") console.log(`Skipped: ${findings.why}. Nothing is known of what ships.`);
  else if (findings.weaknesses.length === 0) console.log("No known weakness in what ships.");
  else
    for (const { name, severity, advisories } of findings.weaknesses)
      console.log(`${severity} ${name}${advisories.map((line) => `\n  ${line}`).join("")}`);
  const bad =
    findings.state === "asked" && findings.weaknesses.some(({ severity }) => ["high", "critical"].includes(severity));
  process.exitCode = bad ? 1 : 0;
}
