import { Agent, request } from "node:http";
import type { RunningServer } from "./server.ts";
import { documents, questionAbout } from "./corpus.ts";

const DOCUMENTS = 100;

/** An agent with 100 documents. */
export async function makeAgent(server: RunningServer): Promise<string> {
  const { id } = await server.call<{ id: string }>("POST", "/v1/agents", { name: "Bench" });
  await server.call("POST", `/v1/agents/${id}/documents`, documents(DOCUMENTS));
  return id;
}

export interface Asker {
  /** Asks the question with that number in that lane's own conversation. */
  ask(index: number, lane: number): Promise<void>;
  close(): void;
}

/** Asks over HTTP with kept connections, each lane in a conversation of its own. */
export function createAsker({ url, token }: RunningServer, agentId: string, lanes: number): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const conversations = new Map<number, string>();
  return {
    async ask(index, lane) {
      const known = conversations.get(lane);
      const body = {
        question: questionAbout(index % DOCUMENTS),
        ...(known === undefined ? {} : { conversationId: known }),
      };
      const result = await post({ agent, url: `${url}/v1/agents/${agentId}/ask`, token, body });
      conversations.set(lane, result.conversationId);
    },
    close: () => agent.destroy(),
  };
}

interface Post {
  agent: Agent;
  url: string;
  token: string;
  body: unknown;
}

function post({ agent, url, token, body }: Post): Promise<{ conversationId: string }> {
  const text = JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      let answer = "";
      response.setEncoding("utf8");
      response.on("data", (data: string) => (answer += data));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(JSON.parse(answer));
        else reject(new Error(`ask answered ${response.statusCode}: ${answer.slice(0, 300)}`));
      });
    });
    sent.on("error", reject);
    sent.end(text);
  });
}
