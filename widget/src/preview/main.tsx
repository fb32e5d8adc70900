/** The messenger in the editor of looks: the real one, over a conversation that nobody had. */
import { render } from "preact";
import { readBoot } from "../messenger/boot.ts";
import { joinHost } from "../messenger/host/join-host.ts";
import { App } from "../messenger/view/app.tsx";
import { isFromHolder, type PreviewOrder } from "./messages.ts";
import { runSample } from "./run-sample.ts";

const boot = readBoot(document);
const root = document.getElementById("parley");

if (root !== null && boot.agent !== null) {
  const messenger = runSample(boot.agent, boot.language);
  addEventListener("message", (event) => {
    if (isFromHolder<PreviewOrder>(event, "preview")) messenger.show(event.data);
  });
  root.replaceChildren();
  // The cursor stays in the editor.
  const host = { ...joinHost(boot), onShown: () => undefined };
  // A look's colour is what is being chosen here: the page has no wish of its own.
  render(<App boot={{ ...boot, color: null }} messenger={messenger} host={host} />, root);
}
