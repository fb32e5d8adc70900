import type { Outgoing } from "../conversation/types.ts";

/** What this browser remembers of its visits to one agent. Where storage is blocked, memory takes its place. */
export interface Keep {
  token(): string | null;
  setToken(token: string): void;
  outbox(): Outgoing[];
  changeOutbox(add: Outgoing[], remove: string[]): void;
  freshFrom(): string | null;
  setFreshFrom(conversationId: string | null): void;
  /** Calls back when another tab changed something. Returns how to stop. */
  onChange(listener: (what: "outbox" | "fresh" | "token") => void): () => void;
}

const OUTBOX_LIMIT = 50;

export function createKeep(agentId: string, storage: Storage | null, events: EventTarget): Keep {
  const memory = new Map<string, string>();
  const key = (what: string) => `parley:${agentId}:${what}`;
  const read = (what: string): string | null => {
    const held = memory.get(what) ?? null;
    if (storage === null) return held;
    try {
      return storage.getItem(key(what));
    } catch {
      return held;
    }
  };
  const write = (what: string, value: string | null): void => {
    if (value === null) memory.delete(what);
    else memory.set(what, value);
    try {
      if (value === null) storage?.removeItem(key(what));
      else storage?.setItem(key(what), value);
    } catch {
      // Full or forbidden: memory holds it for as long as the page lives.
    }
  };
  const outbox = () => parseOutbox(read("outbox"));
  return {
    token: () => read("token"),
    setToken: (token) => write("token", token),
    outbox,
    changeOutbox(add, remove) {
      const gone = new Set([...remove, ...add.map((item) => item.clientId)]);
      const next = [...outbox().filter((item) => !gone.has(item.clientId)), ...add].slice(-OUTBOX_LIMIT);
      write("outbox", next.length === 0 ? null : JSON.stringify(next));
    },
    freshFrom: () => read("fresh"),
    setFreshFrom: (conversationId) => write("fresh", conversationId),
    onChange(listener) {
      const heard = (event: Event) => {
        const changed = event instanceof StorageEvent ? event.key : null;
        for (const what of ["outbox", "fresh", "token"] as const) if (changed === key(what)) listener(what);
      };
      events.addEventListener("storage", heard);
      return () => events.removeEventListener("storage", heard);
    },
  };
}

/** The browser's storage, or null where even asking is forbidden (private windows, blocked third parties). */
export function findStorage(): Storage | null {
  try {
    const probe = "parley:probe";
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

function parseOutbox(text: string | null): Outgoing[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list.filter(isOutgoing).map((item) => ({ ...item, fault: null })) : [];
  } catch {
    return [];
  }
}

function isOutgoing(item: unknown): item is Outgoing {
  if (typeof item !== "object" || item === null) return false;
  return (
    "clientId" in item &&
    typeof item.clientId === "string" &&
    "text" in item &&
    typeof item.text === "string" &&
    "at" in item &&
    typeof item.at === "number" &&
    "fresh" in item &&
    typeof item.fresh === "boolean"
  );
}
