import { render } from "preact";
import { findStorage, createKeep } from "./link/keep.ts";
import { runMessenger } from "./link/run-messenger.ts";
import { joinHost } from "./host/join-host.ts";
import { fitToVisible } from "./host/fit-to-visible.ts";
import { readBoot } from "./boot.ts";
import { App } from "./view/app.tsx";

const boot = readBoot(document);
const root = document.getElementById("parley");
const host = joinHost(boot);

if (root !== null && boot.agentId !== "") {
  const keep = createKeep(boot.agentId, findStorage(), window);
  const messenger = runMessenger({ agentId: boot.agentId, agent: boot.agent, keep });
  root.replaceChildren();
  if (boot.mode === "page") fitToVisible(root);
  render(<App boot={boot} messenger={messenger} host={host} />, root);
}
