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
import { useWidgetTexts } from "./texts.ts";

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
  hasDraft: boolean;
  publish(): void;
  isPublishing: boolean;
}

/** Typing rests so long before it is saved. */
const SAVE_AFTER_MS = 500;

/** The draft's look: changed here at once, saved by itself a moment later. */
export function useLook(agentId: string) {
  const texts = useWidgetTexts();
  const query = useGet("/v1/agents/{id}/draft", { id: agentId });
  const saver = useSaver(agentId, query.data);
  const publishing = useSend("post", "/v1/agents/{id}/publish", {
    done: texts.published,
    changes: ["agents", "draft", "versions"],
  });
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
      hasDraft: shown.changed || saver.own !== null,
      publish: () =>
        void saver.flush().then((revision) => {
          if (revision !== null) publishing.send({ params: { id: agentId }, body: {}, ifMatch: revision });
        }),
      isPublishing: publishing.isSending,
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
  if (draft && draft.revision >= (known.current?.revision ?? 0)) known.current = draft;

  async function write(force: boolean): Promise<number | null> {
    setState("saving");
    for (let look = wanted.current; look !== undefined; look = wanted.current) {
      const base = known.current;
      if (!base) return null;
      try {
        const body = { look };
        const saved = await sender.sendAsync({ params: { id: agentId }, body, ifMatch: base.revision });
        known.current = saved;
        changeShown<Draft>(nameOf({ path, params: { id: agentId }, organization }), () => saved);
        if (wanted.current === look) wanted.current = undefined;
      } catch (error) {
        if (!isProblem(error, "stale")) return fail(problemOf(error).message);
        const theirs: Draft = await fetchDraft();
        known.current = theirs;
        // Something else of the agent was changed: ours still goes with it.
        if (!force && JSON.stringify(theirs.agent.look) !== JSON.stringify(base.agent.look)) {
          setConflict(true);
          return fail(null);
        }
      }
    }
    setOwn(undefined);
    setProblem(null);
    setState("saved");
    return known.current?.revision ?? null;
  }
  function fail(sentence: string | null): null {
    setProblem(sentence);
    setState("failed");
    return null;
  }
  // The draft was read off the same description that the address was.
  const fetchDraft = async () =>
    (await api.ask({ method: "get", path, params: { id: agentId }, organization })) as Draft;

  function save(force = false): Promise<number | null> {
    clearTimeout(timer.current);
    running.current ??= write(force)
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
      wanted.current = look;
      setOwn(look);
      setState("unsaved");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), look === null ? 0 : SAVE_AFTER_MS);
    },
    settle(whose: "mine" | "theirs") {
      setConflict(false);
      if (whose === "mine") return void save(true);
      wanted.current = undefined;
      setOwn(undefined);
      setState("idle");
    },
    /** Saves what waits. The revision to publish; null if it could not be saved. */
    flush: async () => (wanted.current === undefined && !running.current ? (known.current?.revision ?? null) : save()),
  };
}
