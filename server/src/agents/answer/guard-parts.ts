import type { AnswerPart, EndReason } from "@parley/contracts";

/** What an answerer yields; text-start and text-end are put around it here. */
export type DraftPart = Extract<AnswerPart, { type: "text-delta" | "citation" | "products" | "usage" | "end" }>;

/**
 * Turns a draft into a well-formed answer whatever happens to it: text stands between `text-start` and `text-end`,
 * there is one `end` and nothing after it, an abort ends it at once with `stopped`, a failure with `failed`.
 */
export async function* guardParts(
  draft: AsyncIterable<DraftPart>,
  { signal, apology, onFailure }: { signal: AbortSignal; apology: string; onFailure: (error: unknown) => void },
): AsyncGenerator<AnswerPart, void, undefined> {
  const parts = draft[Symbol.asyncIterator]();
  const aborted = whenAborted(signal);
  let open = false;
  let reason: EndReason = "stopped";
  let suggestions: string[] = [];
  try {
    while (!signal.aborted) {
      const next = await Promise.race([parts.next(), aborted.promise]);
      if (next === "aborted" || signal.aborted) break;
      if (next.done) throw new Error("An answer came to no end.");
      const part = next.value;
      if (part.type === "end") {
        ({ reason, suggestions } = part);
        break;
      }
      if (part.type !== "usage" && !open) yield { type: "text-start" };
      open ||= part.type !== "usage";
      yield part;
    }
  } catch (error) {
    reason = signal.aborted ? "stopped" : "failed";
    if (reason === "failed") {
      onFailure(error);
      if (!open) yield { type: "text-start" };
      yield { type: "text-delta", text: open ? `\n\n${apology}` : apology };
      open = true;
    }
  } finally {
    aborted.dispose();
    // Not awaited: a vendor that hangs must not keep the visitor waiting.
    void parts.return?.().then(undefined, () => undefined);
  }
  if (open) yield { type: "text-end" };
  yield { type: "end", reason, suggestions };
}

function whenAborted(signal: AbortSignal): { promise: Promise<"aborted">; dispose: () => void } {
  let dispose = () => {};
  const promise = new Promise<"aborted">((resolve) => {
    const onAbort = () => resolve("aborted");
    signal.addEventListener("abort", onAbort, { once: true });
    dispose = () => signal.removeEventListener("abort", onAbort);
  });
  return { promise, dispose };
}
