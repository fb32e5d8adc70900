/**
 * When a source is read next, in SQL: `from` and `jitter` are expressions, the latter a factor about 1 so that
 * not everybody who began together comes back together. Null where nothing is scheduled.
 */
export const nextRun = (from: string, jitter: string, schedule = "schedule"): string =>
  `${from} + (case ${schedule} when '15m' then interval '15 minutes' when '1h' then interval '1 hour'
    when '6h' then interval '6 hours' when '1d' then interval '1 day' when '1w' then interval '7 days'
    when '1mo' then interval '30 days' end) * ${jitter}`;

/** A tenth earlier or later. */
export const jitter = (): number => 0.9 + Math.random() * 0.2;
