import type { Agent, ContentPart, Message } from "@parley/contracts";
import { initialState, type State } from "../messenger/conversation/types.ts";
import type { Messenger } from "../messenger/link/run-messenger.ts";
import type { Scene } from "./messages.ts";
import { sampleTexts } from "./sample-texts.ts";

export interface SampleMessenger extends Messenger {
  show(order: { agent: Agent; scene: Scene }): void;
}

const ANSWERS_AFTER_MS = 700;

/** A messenger without a server: nothing that is said here is sent or kept. */
export function runSample(first: Agent, language: string): SampleMessenger {
  const listeners = new Set<() => void>();
  let agent = first;
  let scene: Scene = "welcome";
  let messages: Message[] = [];
  let answering = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: State = present();

  function present(): State {
    const before = initialState(agent);
    const thread = { ...before.thread, conversationId: messages.length > 0 ? "sample" : null, messages, answering };
    return { ...before, link: "online", welcomed: true, loaded: true, thread };
  }
  const change = () => {
    state = present();
    for (const listener of listeners) listener();
  };
  const add = (role: Message["role"], text: string, parts: ContentPart[]) => {
    const seq = messages.length + 1;
    const suggestions = role === "agent" ? agent.suggestions.slice(0, 2) : [];
    messages = [...messages, sampleMessage({ seq, role, text, parts, suggestions })];
  };
  const answer = () => {
    const { answer: parts } = sampleTexts(language, agent);
    answering = false;
    add("agent", "", parts);
  };
  const say = (text: string) => {
    add("visitor", text, []);
    answering = true;
    change();
    clearTimeout(timer);
    timer = setTimeout(() => {
      answer();
      change();
    }, ANSWERS_AFTER_MS);
  };
  const play = (wanted: Scene) => {
    clearTimeout(timer);
    scene = wanted;
    messages = [];
    answering = false;
    if (scene === "welcome") return;
    add("visitor", sampleTexts(language, agent).question, []);
    answer();
  };
  const nothing = () => undefined;

  return {
    returning: false,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say,
    rate(messageId, rating) {
      messages = messages.map((message) => (message.id === messageId ? { ...message, rating } : message));
      change();
    },
    startAfresh() {
      play("welcome");
      change();
    },
    show(order) {
      agent = order.agent;
      if (order.scene !== scene) play(order.scene);
      change();
    },
    tryAgain: nothing,
    discard: nothing,
    stop: nothing,
    undoAfresh: nothing,
    dismiss: nothing,
    setVisible: nothing,
    close: nothing,
  };
}

function sampleMessage(given: Pick<Message, "seq" | "role" | "text" | "parts" | "suggestions">): Message {
  const isAgent = given.role === "agent";
  return {
    ...given,
    id: `sample-${given.seq}`,
    conversationId: "sample",
    clientId: null,
    replyTo: isAgent ? `sample-${given.seq - 1}` : null,
    answered: isAgent ? true : null,
    rating: null,
    createdAt: new Date().toISOString(),
  };
}
