import { createTexts } from "../texts/create-texts.ts";

const texts = {
  move: "Move this agent",
  moveText:
    "One file with all that it knows, how it behaves, how it looks and every version. Read in elsewhere, it is the same agent. Passwords, connected accounts and conversations stay here.",
  export: "Export",
  exports: "Exports",
  begun: "The export has begun",
  writing: (done: number) => `${done.toLocaleString()} entries written`,
  waiting: "Waiting",
  download: "Download",
  ready: (size: string) => `${size}, ready`,
  until: "kept until",
  gone: "No longer kept",
  failed: "Failed",
  importAgent: "Import agent",
  importText:
    "From a file that an export gave. A new agent is made of it once all of it is read; the file’s own agent is not touched.",
  choose: "Drop the exported file here, or choose it",
  sending: (share: number) => `Sending, ${Math.round(share * 100)} %`,
  checking: "Checking the file",
  reading: (done: number, total: number) => `Reading, ${done.toLocaleString()} of ${total.toLocaleString()}`,
  made: "The agent is there",
  open: "Open the agent",
  close: "Close",
  again: "Try another file",
  notSent: "The file could not be sent. Look at the connection and try again.",
  inside: (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([name, count]) => count > 0 && name !== "agent" && name !== "pages")
      .map(([name, count]) => `${count.toLocaleString()} ${name.replaceAll("-", " ")}`)
      .join(", "),
};

export const useArchiveTexts = createTexts(texts, {});
