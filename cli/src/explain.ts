import { Fault } from "@parley/contracts";

/** What went wrong as a code and a sentence, whatever was thrown. */
export function explain(error: unknown): { code: string; message: string } {
  if (error instanceof Fault) return { code: error.code, message: error.message };
  if (error instanceof Error && error.name === "ConfigError")
    return { code: "invalid_configuration", message: error.message };
  const { code, message, port, path } = systemError(error);
  if (code === "EADDRINUSE") {
    const which = port === undefined ? "The port" : `Port ${port}`;
    return { code: "port_in_use", message: `${which} is in use by another program. Choose another one with --port.` };
  }
  if (code === "EACCES" || code === "EPERM")
    return { code: "no_access", message: `The system does not allow that: ${message}` };
  if (code === "ENOSPC") return { code: "disk_full", message: "The disk is full. Make room and try again." };
  if (code === "ENOENT")
    return { code: "not_found", message: `There is no such file or directory: ${path ?? message}` };
  return { code: "internal", message: message || "Something went wrong." };
}

interface SystemError {
  code?: string | undefined;
  message: string;
  port?: number | undefined;
  path?: string | undefined;
}

function systemError(error: unknown): SystemError {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const port = "port" in error && typeof error.port === "number" ? error.port : undefined;
  const path = "path" in error && typeof error.path === "string" ? error.path : undefined;
  return { code, message: error.message, port, path };
}
