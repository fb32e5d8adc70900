// Runs the curl commands of a page of docs against a server, without a shell: what people copy must work.

export interface Ran {
  command: string;
  status: number;
}

interface Command {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** `$AGENT` and the like become the ids that the answers before named. */
export async function runExamples(page: string, { url, key }: { url: string; key: string }): Promise<Ran[]> {
  const known: Record<string, string> = { PARLEY: url, KEY: key };
  const ran: Ran[] = [];
  for (const command of commandsIn(page)) {
    const { method, url: address, headers, body } = readCommand(fillIn(command, known));
    const response = await fetch(address, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    ran.push({ command, status: response.status });
    for (const [name, prefix] of Object.entries(prefixes)) {
      const id = new RegExp(`"id":"(${prefix}_[0-9a-z]{26})"`).exec(text)?.[1];
      if (id !== undefined && response.ok) known[name] ??= id;
    }
  }
  return ran;
}

const prefixes = { AGENT: "agt", SOURCE: "src", CONVERSATION: "cnv", ANSWER: "ans" };

/** Indented lines that begin with curl, with the lines that go on. */
function commandsIn(page: string): string[] {
  const lines = page.split("\n").flatMap((line) => (/^ {4}/.test(line) ? [line.slice(4)] : ["\n"]));
  const joined = lines.join("\n").replaceAll(/\\\n\s*/g, " ");
  return joined.split("\n").filter((line) => line.startsWith("curl "));
}

function fillIn(command: string, known: Record<string, string>): string {
  return command
    .replaceAll(/\$\(uuidgen\)/g, () => crypto.randomUUID())
    .replaceAll(/\$([A-Z]+)/g, (_all, name: string) => known[name] ?? `$${name}`);
}

function readCommand(command: string): Command {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const headers: Record<string, string> = {};
  let [method, url, body]: [string | undefined, string, string | undefined] = [undefined, "", undefined];
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const value = words[at + 1] ?? "";
    if (word === "-s" || word === "-i" || word === "-sN") continue;
    if (word === "-X") method = value;
    else if (word === "-d") body = value;
    else if (word === "-H") headers[value.split(":")[0] ?? ""] = value.slice(value.indexOf(":") + 1).trim();
    else {
      url = word;
      continue;
    }
    at += 1;
  }
  return { method: method ?? (body === undefined ? "GET" : "POST"), url, headers, body };
}
