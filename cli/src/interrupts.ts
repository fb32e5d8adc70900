const SAME_MS = 700;

/**
 * Aborts at Ctrl-C or when the system asks to end; a second Ctrl-C ends at once. npm and the terminal both pass
 * one Ctrl-C on, so what comes within a moment counts once.
 */
export function listenForInterrupts(): { signal: AbortSignal; forget: () => void } {
  const abort = new AbortController();
  let first = 0;
  const hear = () => {
    const now = Date.now();
    if (first === 0) {
      first = now;
      abort.abort();
    } else if (now - first > SAME_MS) process.exit(130);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const each of signals) process.on(each, hear);
  return {
    signal: abort.signal,
    forget: () => {
      for (const each of signals) process.off(each, hear);
    },
  };
}
