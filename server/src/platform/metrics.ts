import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

type Labels = Record<string, string | number>;

export interface CounterMetric {
  add(amount?: number, labels?: Labels): void;
}
export interface GaugeMetric {
  set(value: number, labels?: Labels): void;
  /** By how much more or less (negative) there is now. */
  change(by: number, labels?: Labels): void;
}
export interface HistogramMetric {
  /** In the unit of the metric's name, seconds for times. */
  observe(value: number, labels?: Labels): void;
  /** Starts a stopwatch in seconds; call the result to stop it. */
  time(labels?: Labels): (more?: Labels) => void;
}

interface MetricOptions {
  /** The names of all labels. Few values each: never an id, a URL or anything people wrote. */
  labels?: readonly string[];
}

/** Rooms make their metrics while they are made and keep them; the same name given twice is the same metric. Names get `parley_` in front. */
export interface Metrics {
  counter(name: string, help: string, options?: MetricOptions): CounterMetric;
  gauge(name: string, help: string, options?: MetricOptions & { collect?: () => number }): GaugeMetric;
  histogram(name: string, help: string, options?: MetricOptions & { buckets?: readonly number[] }): HistogramMetric;
  /** Prometheus text, and its content type. */
  text(): Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Metrics in a registry of their own, with those of the process. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const made = new Map<string, unknown>();

  function once<T>(name: string, make: () => T, isKind: (metric: unknown) => metric is T): T {
    const known = made.get(name);
    if (known !== undefined && !isKind(known)) throw new Error(`The metric ${name} exists as another kind.`);
    if (known !== undefined) return known;
    const metric = make();
    made.set(name, metric);
    return metric;
  }
  const basics = (name: string, help: string, labels: readonly string[] = []) => ({
    name: `parley_${name}`,
    help,
    labelNames: [...labels],
    registers: [register],
  });

  return {
    counter(name, help, { labels } = {}) {
      const make = () => new Counter(basics(name, help, labels));
      const metric = once(name, make, (known): known is Counter => known instanceof Counter);
      return { add: (amount = 1, values = {}) => metric.inc(values, amount) };
    },
    gauge(name, help, { labels, collect } = {}) {
      const make = () => {
        const read = collect && { collect: () => metric.set(collect()) };
        const metric: Gauge = new Gauge({ ...basics(name, help, labels), ...read });
        return metric;
      };
      const metric = once(name, make, (known): known is Gauge => known instanceof Gauge);
      return {
        set: (value, values = {}) => metric.set(values, value),
        change: (by, values = {}) => metric.inc(values, by),
      };
    },
    histogram(name, help, { labels, buckets = SECONDS } = {}) {
      const make = () => new Histogram({ ...basics(name, help, labels), buckets: [...buckets] });
      const metric = once(name, make, (known): known is Histogram => known instanceof Histogram);
      return {
        observe: (value, values = {}) => metric.observe(values, value),
        time: (values = {}) => {
          const stop = metric.startTimer(values);
          return (more) => void stop(more);
        },
      };
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
