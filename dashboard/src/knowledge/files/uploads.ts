import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { apply, problemOf, useOrganizationId } from "../../live/index.ts";
import { uploadFile } from "../../live/upload-file.ts";
import { createStore } from "../../ui/index.ts";
import { type FileTexts, useFileTexts } from "./texts.ts";

export interface UploadItem {
  key: string;
  agentId: string;
  name: string;
  size: number;
  /** From 0 to 1; null while it waits. */
  share: number | null;
  /** Why it was not taken. */
  problem: string | null;
}

/** What is on its way, and what was not taken. Going to another screen does not end it. */
export const uploads = createStore<readonly UploadItem[]>([]);
/** Files whose deletion may still be taken back. */
export const hiddenFiles = createStore<ReadonlySet<string>>(new Set());

const AT_ONCE = 2;
const LARGEST = 50 * 1024 * 1024;
let last = 0;
let sending = 0;
const waiting: (() => Promise<void>)[] = [];

function change(key: string, part: Partial<UploadItem>): void {
  uploads.set(uploads.get().map((item) => (item.key === key ? { ...item, ...part } : item)));
}

export function dismiss(keys: readonly string[]): void {
  uploads.set(uploads.get().filter(({ key }) => !keys.includes(key)));
}

function next(): void {
  while (sending < AT_ONCE) {
    const send = waiting.shift();
    if (!send) return;
    sending += 1;
    void send().finally(() => {
      sending -= 1;
      next();
    });
  }
}

/** Uploads files, each by itself: one that is not taken holds up no other. */
export function useUpload(agentId: string): (files: readonly File[]) => void {
  const queries = useQueryClient();
  const organization = useOrganizationId();
  const texts = useFileTexts();
  return useCallback(
    (files) => {
      for (const file of files) {
        const key = String((last += 1));
        const item = { key, agentId, name: file.name, size: file.size, share: null };
        const problem = problemBefore(file, texts);
        uploads.set([...uploads.get(), { ...item, problem }]);
        if (problem !== null) continue;
        waiting.push(async () => {
          change(key, { share: 0 });
          try {
            const onProgress = (share: number) => change(key, { share });
            const path = `/v1/agents/${agentId}/files`;
            const refused = refusalIn(await uploadFile({ method: "POST", path, file, organization, onProgress }));
            if (refused === null) dismiss([key]);
            else change(key, { problem: refused });
          } catch (error) {
            change(key, { problem: problemOf(error).message });
          }
          for (const resource of ["files", "sources"]) apply(queries, { resource, id: null, agentId });
        });
      }
      next();
    },
    [agentId, queries, organization, texts],
  );
}

function problemBefore(file: File, texts: FileTexts): string | null {
  if (file.size > LARGEST) return texts.tooLarge;
  // A dropped folder looks like a file without a type.
  if (file.size === 0 || (file.size % 4_096 === 0 && file.type === "" && !file.name.includes(".")))
    return file.size === 0 ? texts.empty : texts.folder;
  return null;
}

/** What the server says of the one file that was sent. */
function refusalIn(answer: unknown): string | null {
  const data: unknown = typeof answer === "object" && answer !== null && "data" in answer ? answer.data : undefined;
  const one: unknown = Array.isArray(data) ? data[0] : undefined;
  const message: unknown = typeof one === "object" && one !== null && "message" in one ? one.message : null;
  return typeof message === "string" ? message : null;
}
