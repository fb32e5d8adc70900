import { useEffect, useRef, useState } from "react";
import {
  type AnswerOf,
  isProblem,
  nameOf,
  problemOf,
  useApi,
  useChangeShown,
  useGet,
  useOrganizationId,
  useSend,
} from "../live/index.ts";
import type { SaveStateName } from "../ui/index.ts";

export type Draft = AnswerOf<"/v1/agents/{id}/draft">;
export type Agent = Draft["agent"];
export type Look = Agent["look"];

export interface LookEditor {
  /** The agent as visitors would see it with what is on the screen. */
  agent: Agent;
  look: Look;
  change(part: Partial<Look>): void;
  /** Takes everything back to the site's brand. */
  reset(): void;
  state: SaveStateName;
  /** A sentence when it could not be saved. */
  problem: string | null;
  retry(): void;
  /** Somebody else changed the look meanwhile. */
  conflict: boolean;
  settle(whose: "mine" | "theirs"): void;
  /** Saves what waits. */
  flush(): Promise<unknown>;
}

/** Typing rests so long before it is saved. */
const SAVE_AFTER_MS = 500;

/** The draft's look: changed here at once, saved by itself a moment later. */
export function useLook(agentId: string) {
  const query = useGet("/v1/agents/{id}/draft", { id: agentId });
  const saver = useSaver(agentId, query.data);
  const draft = query.data;

  function editorOf(shown: Draft): LookEditor {
    const look = saver.own ?? shown.agent.look;
    return {
      agent: { ...shown.agent, look },
      look,
      change: (part) => saver.change({ ...look, ...part }),
      reset: () => saver.change(null),
      state: saver.state,
      problem: saver.problem,
      retry: saver.save,
      conflict: saver.conflict,
      settle: saver.settle,
      flush: saver.flush,
    };
  }
  return { query, editor: draft === undefined ? null : editorOf(draft) };
}

/** One save at a time; what is changed meanwhile is saved after it. */
function useSaver(agentId: string, draft: Draft | undefined) {
  const api = useApi();
  const organization = useOrganizationId();
  const changeShown = useChangeShown();
  const path = "/v1/agents/{id}/draft";
  const sender = useSend("patch", path, { changes: ["agents", "draft"] });
  // Undefined: nothing of one's own. Null: back to the site's brand.
  const [own, setOwn] = useState<Look | null | undefined>(undefined);
  const [state, setState] = useState<SaveStateName>("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  const wanted = useRef<Look | null | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<number | null> | null>(null);
  const known = useRef<Draft | undefined>(draft);
  // What one's own changes began from: what others save meanwhile is not written over.
  const base = useRef<Draft | undefined>(undefined);
  const asking = useRef(false);
  if (draft && draft.revision >= (known.current?.revision ?? 0)) known.current = draft;

  async function write(): Promise<number | null> {
    setState("saving");
    for (let look = wanted.current; look !== undefined; look = wanted.current) {
      const from = base.current ?? known.current;
      if (!from) return null;
      try {
        show(await sender.sendAsync({ params: { id: agentId }, body: { look }, ifMatch: from.revision }));
        if (wanted.current === look) wanted.current = undefined;
      } catch (error) {
        if (!isProblem(error, "stale")) return fail(problemOf(error).message);
        const theirs = await fetchDraft();
        show(theirs);
        // Where something else of the agent was changed, ours still goes with it.
        if (JSON.stringify(theirs.agent.look) !== JSON.stringify(from.agent.look)) {
          ask(true);
          return fail(null);
        }
      }
    }
    setOwn(undefined);
    setProblem(null);
    setState("saved");
    return known.current?.revision ?? null;
  }
  function show(latest: Draft): void {
    known.current = latest;
    base.current = latest;
    changeShown<Draft>(nameOf({ path, params: { id: agentId }, organization }), () => latest);
  }
  function ask(on: boolean): void {
    asking.current = on;
    setConflict(on);
  }
  function fail(sentence: string | null): null {
    setProblem(sentence);
    setState("failed");
    return null;
  }
  // The draft was read off the same description that the address was.
  const fetchDraft = async () =>
    (await api.ask({ method: "get", path, params: { id: agentId }, organization })) as Draft;

  async function save(): Promise<number | null> {
    clearTimeout(timer.current);
    // Whose it shall be is asked; until then nothing is written over anybody's.
    if (asking.current) return null;
    running.current ??= write()
      .catch((error: unknown) => fail(problemOf(error).message))
      .finally(() => (running.current = null));
    return running.current;
  }

  useEffect(() => () => void (wanted.current !== undefined && save()), []);

  return {
    /** What the screen shows in place of the draft's own; the brand's look is known once it was saved. */
    own: own ?? null,
    state,
    problem,
    conflict,
    save: () => void save(),
    change(look: Look | null) {
      if (wanted.current === undefined) base.current = known.current;
      wanted.current = look;
      setOwn(look);
      setState(asking.current ? "failed" : "unsaved");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), look === null ? 0 : SAVE_AFTER_MS);
    },
    settle(whose: "mine" | "theirs") {
      ask(false);
      if (whose === "mine") return void save();
      wanted.current = undefined;
      setOwn(undefined);
      setState("idle");
    },
    /** Saves what waits. The revision to publish; null if it could not be saved. */
    flush: async () => (wanted.current === undefined && !running.current ? (known.current?.revision ?? null) : save()),
  };
}
