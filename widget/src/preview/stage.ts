/** A page in the editor of looks: the real launcher, dressed as the editor says, and the messenger behind it. */
import type { Agent } from "@parley/contracts";
import { start } from "../loader/start.ts";
import { launcherLook, type LauncherTexts } from "../look/launcher-look.ts";
import { isFromHolder, type PreviewOrder, type StageNews, type StageOrder } from "./messages.ts";

interface Stage {
  agent: Agent;
  texts: LauncherTexts;
  language: string;
}

const html = document.documentElement;
const stage: Stage = JSON.parse(document.getElementById("parley-stage")?.textContent ?? "null");
let shown: StageOrder | undefined;
let isOpen = false;

const tell = (news: StageNews) => parent !== window && parent.postMessage(news, location.origin);
// The page rules of a look are about other addresses than this one.
const dress = start(`${location.origin}/widget.js`, { agent: stage.agent.id, lang: stage.language, preview: "1" });
const lookOf = (agent: Agent) => ({ ...launcherLook(agent, stage.texts, location.origin), on: "" });

window.Parley?.on("open", () => {
  isOpen = true;
  tell({ stage: "open" });
});
window.Parley?.on("close", () => {
  isOpen = false;
  tell({ stage: "close" });
});

function show(order: StageOrder): void {
  shown = order;
  html.dataset.theme = order.theme;
  dress(lookOf(order.agent));
  if (order.open !== isOpen) withoutFocus(() => window.Parley?.[order.open ? "open" : "close"]());
  instruct();
}

/** Who works in the editor keeps the keyboard: opening here was not their wish to go here. */
function withoutFocus(act: () => void): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = () => undefined;
  act();
  HTMLElement.prototype.focus = focus;
}

let messenger: MessageEventSource | null = null;
function instruct(): void {
  if (!shown) return;
  const order: PreviewOrder = { preview: 1, agent: shown.agent, scene: shown.scene };
  messenger?.postMessage(order, { targetOrigin: location.origin });
}

addEventListener("message", (event) => {
  if (isFromHolder<StageOrder>(event, "stage")) return show(event.data);
  // The messenger's first word: it listens from now on.
  const isMessenger = event.origin === location.origin && event.source !== parent && event.source !== window;
  if (isMessenger && event.source !== messenger) {
    messenger = event.source;
    instruct();
  }
});

// The launcher comes with the published look once that was fetched; what the editor says must come after.
new MutationObserver((_, watch) => {
  if (document.body.nextElementSibling === null) return;
  watch.disconnect();
  tell({ stage: "ready" });
}).observe(html, { childList: true });
