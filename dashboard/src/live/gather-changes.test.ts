import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gather } from "./gather-changes.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first at once, the others together and each once", () => {
  const passed: (string | null)[] = [];
  const hear = gather(({ id }) => passed.push(id));
  const change = (id: string) => ({ resource: "conversations", id, agentId: null });
  for (const id of ["a", "b", "c", "b"]) hear(change(id));
  expect(passed).toEqual(["a"]);
  vi.advanceTimersByTime(1_000);
  expect(passed).toEqual(["a", "b", "c"]);
  hear(change("d"));
  expect(passed).toEqual(["a", "b", "c"]);
  vi.advanceTimersByTime(1_000);
  expect(passed).toEqual(["a", "b", "c", "d"]);
  vi.advanceTimersByTime(5_000);
  hear(change("e"));
  expect(passed.at(-1)).toBe("e");
});
