import { Socket } from "node:net";

/**
 * A socket that sends what is written in one tick in one go. The driver writes every message of a statement by itself;
 * a batch of four statements would be some twenty system calls, which cost more than all else that a turn does.
 */
export function corkedSocket(): Socket {
  const socket = new Socket();
  // Node puts the prototype's own `write` back when a socket connects.
  socket.once("connect", () => corkEachTick(socket));
  return socket;
}

function corkEachTick(socket: Socket): void {
  const write = socket.write.bind(socket);
  let corked = false;
  const release = () => {
    corked = false;
    socket.uncork();
  };
  const writeCorked = (...args: Parameters<typeof write>) => {
    if (!corked) {
      corked = true;
      socket.cork();
      process.nextTick(release);
    }
    return write(...args);
  };
  Reflect.set(socket, "write", writeCorked);
}
