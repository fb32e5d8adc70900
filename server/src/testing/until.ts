const DEADLINE_MS = 15_000;

/** For tests: waits for an effect that can be observed, instead of for time to pass. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("It did not come to hold in time");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
