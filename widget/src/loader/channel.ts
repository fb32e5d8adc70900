type ToFrame = { type: "shown"; shown: boolean } | { type: "theme"; theme: string } | { type: "ask"; text: string };

/**
 * A private line to the frame: handed over once, to our own origin only, when our own frame says that it is ready.
 * What is said before that waits.
 */
export function createChannel(
  origin: string,
  frame: () => Window | null | undefined,
  on: { close(): void; unread(count: number): void },
) {
  let port: MessagePort | undefined;
  let waiting: ToFrame[] = [];
  addEventListener("message", ({ data, origin: from, source }) => {
    if (from !== origin || !source || source !== frame() || data?.parley !== "ready") return;
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = ({ data }) => (data.type === "close" ? on.close() : data.type === "unread" && on.unread(data.count));
    frame()?.postMessage({ parley: "hello" }, origin, [port2]);
    for (const message of waiting) port.postMessage(message);
    waiting = [];
  });
  return {
    send(message: ToFrame) {
      if (port) port.postMessage(message);
      else waiting.push(message);
    },
  };
}
