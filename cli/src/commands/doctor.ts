import { type Call, type Command, dataOption, jsonOption } from "../command.ts";
import { explain } from "../explain.ts";
import { type Finding, lookAround } from "../findings.ts";
import { configOf } from "../with-api.ts";

export const doctor: Command = {
  name: "doctor",
  usage: "doctor [--json] [--data DIR]",
  about: "looks at everything Parley needs, and says what to mend",
  words: { least: 0, most: 0 },
  options: { ...jsonOption, ...dataOption },
  async run(call) {
    const findings = await examine(call);
    const healthy = findings.every((finding) => finding.state !== "fail");
    if (call.options.json) call.terminal.out(JSON.stringify({ healthy, findings }));
    else for (const finding of findings) call.terminal.out(print(finding));
    return healthy ? 0 : 1;
  },
};

async function examine(call: Call): Promise<Finding[]> {
  try {
    return await lookAround(configOf(call));
  } catch (error) {
    const { message } = explain(error);
    return [{ what: "Configuration", state: "fail", detail: message, advice: "Mend the environment or parley.env." }];
  }
}

function print({ what, state, detail, advice }: Finding): string {
  return `${state.padEnd(4)}  ${what}: ${detail}${advice === null ? "" : `\n      → ${advice}`}`;
}
