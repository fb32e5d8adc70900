import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef } from "react";
import { isProblem, nameOf, problemOf, useGet, useOrganizationId, useSend } from "../live/index.ts";
import type { SaveStateName } from "../ui/index.ts";
import { checkSettings } from "./check-settings.ts";
import type { Draft, SettingName, Settings, SettingsChange } from "./types.ts";

export interface DraftEditor {
  draft: Draft | undefined;
  query: ReturnType<typeof useGet<"/v1/agents/{id}/draft">>;
  /** As it stands on the screen: what was typed, else what is saved. */
  settings: Settings;
  /** Null takes the setting back to what the site says. Saved by itself after a moment. */
  set: (change: SettingsChange) => void;
  errors: Partial<Record<SettingName, string>>;
  state: SaveStateName;
  /** Saves what waits, now. */
  flush: () => Promise<void>;
  /** Somebody else changed the same settings. */
  isStale: boolean;
  takeTheirs: () => void;
  keepMine: () => void;
}

interface Work {
  edits: SettingsChange;
  errors: Partial<Record<SettingName, string>>;
  state: SaveStateName;
  isStale: boolean;
  /** What the edits began from. */
  base: Draft | undefined;
  saving: Promise<void> | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const PAUSE_MS = 600;

/** The draft as a form that saves by itself, one change after the other, and never over somebody else's. */
export function useDraftEditor(id: string): DraftEditor {
  const query = useGet("/v1/agents/{id}/draft", { id });
  const organization = useOrganizationId();
  const queries = useQueryClient();
  const { sendAsync } = useSend("patch", "/v1/agents/{id}/draft", { changes: ["agents"] });
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const work = useRef<Work>(newWork()).current;
  const key = nameOf({ path: "/v1/agents/{id}/draft", params: { id }, organization });
  const latest = useRef(query.data);
  latest.current = newer(query.data, latest.current?.agentId === id ? latest.current : undefined);

  const show = (change: Partial<Work>) => {
    Object.assign(work, change);
    redraw();
  };

  async function saveAll(): Promise<void> {
    for (;;) {
      const { valid, errors } = await checkSettings(work.edits);
      show({ errors });
      const names = Object.keys(valid);
      if (names.length === 0) return show({ state: Object.keys(errors).length > 0 ? "failed" : settled(work) });
      show({ state: "saving" });
      try {
        const revision = work.base?.revision ?? latest.current?.revision;
        const saved = await sendAsync({
          params: { id },
          body: valid,
          ...(revision !== undefined && { ifMatch: revision }),
        });
        latest.current = saved;
        queries.setQueryData(key, saved);
        const left = Object.entries(work.edits).filter(([name, value]) => Reflect.get(valid, name) !== value);
        show({ edits: Object.fromEntries(left), base: saved, state: "saved" });
      } catch (error) {
        if (!(await again(error))) return;
      }
    }
  }

  /** Where others changed other settings, ours go on top of theirs; else the person decides. */
  async function again(error: unknown): Promise<boolean> {
    const problem = problemOf(error);
    if (isProblem(error, "stale")) {
      const { data } = await query.refetch();
      const touched = Object.keys(work.edits).some(
        (name) =>
          JSON.stringify(Reflect.get(work.base?.settings ?? {}, name)) !==
          JSON.stringify(Reflect.get(data?.settings ?? {}, name)),
      );
      show({ base: data, isStale: touched, state: touched ? "failed" : "saving" });
      return !touched;
    }
    const name = problem.field?.split(".")[0];
    const errors = name === undefined ? work.errors : { ...work.errors, [name]: problem.message };
    show({ state: "failed", errors });
    return false;
  }

  function flush(): Promise<void> {
    clearTimeout(work.timer);
    // Whose it shall be is asked; until then nothing is written over anybody's.
    if (work.isStale) return Promise.resolve();
    work.saving ??= saveAll().finally(() => (work.saving = null));
    return work.saving;
  }

  const set = (change: SettingsChange) => {
    if (Object.keys(work.edits).length === 0) work.base = latest.current;
    show({ edits: { ...work.edits, ...change }, state: work.isStale ? "failed" : "unsaved" });
    clearTimeout(work.timer);
    if (work.isStale) return;
    work.timer = setTimeout(() => void flush(), PAUSE_MS);
  };

  useEffect(() => () => void (Object.keys(work.edits).length > 0 && flush()), []);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(work.edits).length > 0) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [work]);

  return {
    draft: latest.current,
    query,
    settings: merged(latest.current?.settings ?? {}, work.edits),
    set,
    errors: work.errors,
    state: work.state,
    flush,
    isStale: work.isStale,
    takeTheirs: () => show({ edits: {}, errors: {}, isStale: false, state: "idle" }),
    keepMine: () => {
      show({ isStale: false });
      void flush();
    },
  };
}

function newWork(): Work {
  return { edits: {}, errors: {}, state: "idle", isStale: false, base: undefined, saving: null, timer: undefined };
}

function newer(one: Draft | undefined, other: Draft | undefined): Draft | undefined {
  if (!one || !other) return one ?? other;
  return one.revision >= other.revision ? one : other;
}

function settled({ state }: Work): SaveStateName {
  return state === "saving" || state === "saved" ? "saved" : "idle";
}

function merged(settings: Settings, edits: SettingsChange): Settings {
  const given = Object.entries({ ...settings, ...edits }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}
