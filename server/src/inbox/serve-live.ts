/** `/v1/live`: one member's socket, from `hello` until it ends or its holder has no business here any more. */
import { Fault, LIVE_CLOSE, liveClientFrame, type LiveServerFrame } from "@parley/contracts";
import type { WebSocket } from "ws";
import {
  type Clock,
  CLOSE,
  createFramePort,
  type FramePort,
  hearFrames,
  organizationTopic,
  parseFrame,
  personTopic,
  type Realtime,
} from "../platform/index.ts";
import type { Holders } from "../tenants/index.ts";
import { heardBy, type LiveHolder, type LiveTokens } from "./live-tokens.ts";
import { concernsAccess, mayHear } from "./may-hear.ts";
import { passNews } from "./pass-news.ts";

export interface LiveDeps {
  clock: Clock;
  realtime: Realtime;
  liveTokens: LiveTokens;
  holders: Holders;
  encode: (frame: object) => string;
  report: (error: unknown) => void;
  /** False when this holder has too many already; the function gives the place back. */
  admitHolder: (holder: LiveHolder) => (() => void) | false;
}

/** Should news of the holder's end get lost, the socket ends this much later. */
const LOOK_AGAIN_MS = 30_000;

interface Connection {
  port: FramePort;
  greeted: boolean;
  closed: boolean;
  endings: (() => void)[];
}

export function serveLive(deps: LiveDeps, socket: WebSocket): void {
  const port = createFramePort(socket, deps.encode);
  const connection: Connection = { port, greeted: false, closed: false, endings: [] };
  hearFrames(socket, {
    clock: deps.clock,
    port,
    read: readFrame,
    async handle(frame) {
      if (frame.type === "ping") send(port, { type: "pong" });
      else await hello(deps, connection, frame.token);
    },
    fault(error) {
      if (!(error instanceof Fault)) {
        deps.report(error);
        port.close(CLOSE.failed, "try again");
      } else if (error.code === "rate_limited") port.close(CLOSE.policy, "too many sockets");
    },
    greeted: () => connection.greeted,
    closed: () => leave(connection),
  });
}

const send = (port: FramePort, frame: LiveServerFrame) => port.send(frame);

function readFrame(text: string) {
  const read = liveClientFrame.safeParse(parseFrame(text));
  if (!read.success) throw new Fault("invalid_request", "That is not a frame of this protocol.");
  return read.data;
}

function leave(connection: Connection): void {
  connection.closed = true;
  for (const end of connection.endings.splice(0)) end();
}

async function hello(deps: LiveDeps, connection: Connection, token: string): Promise<void> {
  if (connection.greeted) throw new Fault("invalid_request", "This socket has said hello before.");
  connection.greeted = true;
  const holder = deps.liveTokens.check(token);
  const release = deps.admitHolder(holder);
  if (!release) throw new Fault("rate_limited");
  connection.endings.push(release);
  const permissions = new Set(holder.permissions);
  const watch = watchHolder(deps, connection, holder);
  const news = passNews(deps.clock, (change) => send(connection.port, { type: "changed", ...change }));
  connection.endings.push(
    news.end,
    // Listens first, looks then: what ends the holder in between is not missed.
    deps.realtime.subscribe(organizationTopic(holder.organization), (data) => {
      const change = mayHear(permissions, data);
      if (change) news.put(change);
      if (concernsAccess(data)) watch();
    }),
    deps.clock.every(LOOK_AGAIN_MS, watch),
  );
  if (holder.actor.type === "member")
    connection.endings.push(deps.realtime.subscribe(personTopic(holder.actor.id), watch));
  if (connection.closed) return leave(connection);
  if (await watch()) send(connection.port, { type: "welcome" });
}

/** Asks whether the holder is still who the token was given to, one question at a time. True while that is so. */
function watchHolder(deps: LiveDeps, connection: Connection, holder: LiveHolder): () => Promise<boolean> {
  const given = holder.permissions.join();
  let asked: Promise<boolean> | undefined;
  let again = false;

  async function look(): Promise<boolean> {
    do {
      again = false;
      const scope = await deps.holders.again(holder);
      if (connection.closed) return false;
      const code = !scope
        ? LIVE_CLOSE.unauthorized
        : heardBy(scope.permissions).join() === given
          ? null
          : LIVE_CLOSE.changed;
      if (code !== null) {
        leave(connection);
        connection.port.close(code, code === LIVE_CLOSE.changed ? "access changed" : "not signed in");
        return false;
      }
    } while (again);
    return true;
  }

  return () => {
    if (asked) {
      again = true;
      return asked;
    }
    asked = look()
      .catch((error: unknown) => {
        // Nobody can tell who this is: better to come back than to hear what is not for these ears.
        deps.report(error);
        connection.port.close(CLOSE.failed, "try again");
        return false;
      })
      .finally(() => (asked = undefined));
    return asked;
  };
}
