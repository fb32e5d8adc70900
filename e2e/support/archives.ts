/** Archives of agents over the API, with the admin's token. */
import { gunzipSync } from "node:zlib";
import { agentArchive, type AgentArchive } from "@parley/contracts";
import { readTar, type TarEntry } from "../../server/src/agents/archive/tar.ts";
import { eventually, type Launched } from "./launch.ts";

const isOver = ({ status }: AgentArchive) => status === "done" || status === "failed";

/** An archive that came to its end, well. */
export async function whenDone(parley: Launched, id: string): Promise<AgentArchive> {
  const last = await eventually(async () => {
    const now = await parley.get(`/v1/archives/${id}`, agentArchive);
    return isOver(now) ? now : undefined;
  });
  if (last.status !== "done") throw new Error(`The archive failed: ${last.message}`);
  return last;
}

/** The archive of an agent, as it is downloaded. */
export async function exportAgent(parley: Launched, agentId: string): Promise<Buffer> {
  const begun = agentArchive.parse(await (await parley.api("POST", `/v1/agents/${agentId}/export`, {})).json());
  await whenDone(parley, begun.id);
  const file = await parley.api("GET", `/v1/archives/${begun.id}/file`);
  if (!file.ok) throw new Error(`The archive cannot be read: ${file.status}`);
  return Buffer.from(await file.arrayBuffer());
}

/** Sends an archive; it is read in the background. */
export async function beginImport(parley: Launched, archive: Buffer): Promise<AgentArchive> {
  const answer = await fetch(new URL("/v1/agents/import", parley.url), {
    method: "POST",
    headers: { authorization: `Bearer ${parley.adminToken}`, "content-type": "application/gzip" },
    body: new Uint8Array(archive),
  });
  if (!answer.ok) throw new Error(`The archive is not taken: ${answer.status} ${await answer.text()}`);
  return agentArchive.parse(await answer.json());
}

export async function entriesOf(archive: Buffer): Promise<TarEntry[]> {
  async function* content() {
    yield gunzipSync(archive);
  }
  const entries: TarEntry[] = [];
  for await (const entry of readTar(content(), { entryBytes: 1e9, allBytes: 1e9, entries: 1e6 })) entries.push(entry);
  return entries;
}
