/** One number that a benchmark found, beside what it should be. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  /** Null where a number is only reported. */
  target: number | null;
  better: "lower" | "higher";
  note?: string;
}

export interface BenchOptions {
  /** Also what takes long or much memory. */
  large: boolean;
}

/** What a file of this folder exports, under a name that begins with `measure`. */
export type Measure = (options: BenchOptions) => Promise<BenchRow[]>;
