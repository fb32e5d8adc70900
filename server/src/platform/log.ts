import { type Logger, pino } from "pino";
import { sanitizeFields } from "./log/sanitize-fields.ts";
import { type LineStream, openLogFile, prettyLines, stderrLines } from "./log/streams.ts";

export type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";

export type LogFields = Record<string, unknown>;

/** A message that stands in the source as it is: neither a variable nor a template can be given, so nothing said can slip in. */
export type Static<Message extends string> = Record<never, never> extends Record<Message, 1> ? never : Message;

interface Write {
  <Message extends string>(message: Static<Message>): void;
  /** An error goes under `err`: `log.error({ err, sourceId }, "A crawl failed")`. */
  <Message extends string>(fields: LogFields | Error, message: Static<Message>): void;
}

/**
 * Static messages and a few fields. Of fields, numbers and booleans are kept, and strings only under the keys
 * that `sanitizeFields` lists; of errors, name, code and stack, never the message: it may quote what people said or typed.
 */
export interface Log {
  trace: Write;
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
  fatal: Write;
  child(fields: LogFields): Log;
  /** Whatever is still held back is written. Call before the process ends. */
  close(): void;
}

export interface LogOptions {
  /** One of `LogLevel`; pino throws on another. */
  level: string;
  /** For people at a terminal: coloured lines, and no `info` unless a more talkative level is chosen. Otherwise JSON lines. */
  pretty: boolean;
  /** JSON lines of everything go here as well, into a new file every 20 MB, of which five are kept. */
  file?: string | null;
  /** Where lines go instead of standard error, for tests. */
  destination?: LineStream;
}

const HIDDEN_FROM_TERMINAL = 30;

export function createLog({ level, pretty, file, destination = stderrLines() }: LogOptions): Log {
  const talkative = level === "trace" || level === "debug";
  const first = pretty ? prettyLines(destination, talkative ? 0 : HIDDEN_FROM_TERMINAL) : destination;
  const logFile = file ? openLogFile(file) : undefined;
  const write = (line: string) => {
    first.write(line);
    logFile?.write(line);
  };
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return wrap(logger, () => logFile?.close());
}

function wrap(logger: Logger, close: () => void): Log {
  const writer =
    (name: Exclude<LogLevel, "silent">): Write =>
    (first: unknown, second?: unknown) => {
      if (!logger.isLevelEnabled(name)) return;
      // Always a message of our own: without one, pino would take the error's.
      if (typeof first === "string") logger[name]({}, plain(first));
      else logger[name](sanitizeFields(first instanceof Error ? { err: first } : first), plain(second));
    };
  return {
    trace: writer("trace"),
    debug: writer("debug"),
    info: writer("info"),
    warn: writer("warn"),
    error: writer("error"),
    fatal: writer("fatal"),
    child: (fields) => wrap(logger.child(sanitizeFields(fields)), close),
    close,
  };
}

function plain(message: unknown): string {
  return typeof message === "string" ? message : "(no message)";
}
