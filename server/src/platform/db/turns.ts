/** One connection for everybody: batches pass in order, a transaction holds it until its end. First come, first served. */
export interface Turns {
  /** Starts `send` in its turn; the next may start before it has ended, for the other side takes one after the other. */
  pass<T>(send: () => Promise<T>): Promise<T>;
  /** Resolves when the connection is this caller's alone, with the way to give it back. */
  hold(): Promise<() => void>;
}

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let held = false;

  const enter = (begin: () => void) => {
    if (held || waiting.length > 0) waiting.push(begin);
    else begin();
  };
  const release = () => {
    held = false;
    for (let next = waiting.shift(); next; next = held ? undefined : waiting.shift()) next();
  };
  return {
    pass: (send) => new Promise((resolve, reject) => enter(() => void send().then(resolve, reject))),
    hold: () =>
      new Promise((resolve) =>
        enter(() => {
          held = true;
          resolve(release);
        }),
      ),
  };
}
