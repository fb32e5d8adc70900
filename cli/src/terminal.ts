/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  out(line: string): void;
  note(line: string): void;
  /** A line of standard error that is written over and over; null where that is no terminal. */
  live: { write(text: string): void; columns: number } | null;
}

interface Streams {
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

export function openTerminal({ stdout, stderr }: Streams): Terminal {
  // `parley ... | head` closes the pipe: no reason for a stack trace.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    out: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    live: stderr.isTTY ? { write: (text) => void stderr.write(text), columns: stderr.columns ?? 80 } : null,
  };
}
