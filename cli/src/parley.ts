#!/usr/bin/env node
import { run } from "./run.ts";
import { openTerminal } from "./terminal.ts";

const PATIENCE_MS = 5_000;

process.exitCode = await run(process.argv.slice(2), openTerminal(process));
// A connection that somebody keeps open must not keep a command from ending.
setTimeout(() => process.exit(), PATIENCE_MS).unref();
