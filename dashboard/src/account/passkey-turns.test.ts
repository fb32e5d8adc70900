import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ceremony, createPasskeyTurns } from "./passkey-turns.ts";

/** A browser: one request at a time, and one that is told to end takes a while to do so. */
function openBrowser() {
  const seen: string[] = [];
  let busy = false;
  let settle: { ok: () => void; fail: (error: Error) => void } | null = null;
  const ask =
    (name: string): Ceremony =>
    async (stop) => {
      if (busy) throw new Error("a request is already pending");
      busy = true;
      seen.push(`${name} begins`);
      try {
        await new Promise<void>((ok, fail) => {
          settle = { ok, fail };
          const end = () => setTimeout(() => fail(new DOMException("ended", "AbortError")), 2);
          if (stop.aborted) end();
          stop.addEventListener("abort", end);
        });
        seen.push(`${name} signs in`);
      } catch (error) {
        seen.push(`${name} ends`);
        throw error;
      } finally {
        busy = false;
      }
    };
  return { seen, ask, touch: () => settle?.ok() };
}
const outcome = async (ended: Promise<void>) =>
  ended.then(
    () => "done",
    (error: unknown) => (error instanceof Error ? error.name : "?"),
  );

test("the button ends the offer in the field, waits for its end, and only then begins", async () => {
  const browser = openBrowser();
  const turns = createPasskeyTurns();
  const offer = turns.take(browser.ask("offer"));
  await new Promise(setImmediate);
  const button = turns.take(browser.ask("button"));
  expect(browser.seen).toEqual(["offer begins"]);
  expect(await outcome(offer.ended)).toBe("AbortError");
  await new Promise(setImmediate);
  expect(browser.seen).toEqual(["offer begins", "offer ends", "button begins"]);
  browser.touch();
  expect(await outcome(button.ended)).toBe("done");
});

test("an offer that is answered while the button waits for its end signs in, and the button asks for nothing more", async () => {
  const turns = createPasskeyTurns();
  const browser = openBrowser();
  let verified = () => {};
  const offer = turns.take(
    () =>
      new Promise((ok) => {
        verified = ok;
      }),
  );
  await new Promise(setImmediate);
  const button = turns.take(browser.ask("button"));
  verified();
  expect([await outcome(offer.ended), await outcome(button.ended)]).toEqual(["done", "done"]);
  expect(browser.seen).toEqual([]);
  const next = turns.take(browser.ask("again"));
  await new Promise(setImmediate);
  browser.touch();
  expect([await outcome(next.ended), browser.seen[0]]).toEqual(["done", "again begins"]);
});

test("whatever comes in whatever order, no two run at once, and who came last and was not stopped has the browser", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("take", "stop", "wait"), { minLength: 1, maxLength: 12 }),
      async (deeds) => {
        const browser = openBrowser();
        const turns = createPasskeyTurns();
        const taken: { ended: Promise<string>; stop: () => void; stopped: boolean }[] = [];
        for (const deed of deeds) {
          const latest = taken.at(-1);
          if (deed === "take") {
            const { ended, stop } = turns.take(browser.ask(`turn ${taken.length}`));
            taken.push({ ended: outcome(ended), stop, stopped: false });
          } else if (deed === "stop" && latest) {
            latest.stopped = true;
            latest.stop();
          } else await new Promise((go) => setTimeout(go, 1));
        }
        const last = taken.at(-1);
        const others = await Promise.all(taken.slice(0, -1).map(({ ended }) => ended));
        expect(others.every((how) => how === "AbortError")).toBe(true);
        await new Promise((go) => setTimeout(go, 5));
        browser.touch();
        expect(await last?.ended).toBe(last && (last.stopped ? "AbortError" : "done"));
      },
    ),
    { numRuns: 60 },
  );
});
