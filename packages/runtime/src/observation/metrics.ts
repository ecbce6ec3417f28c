/** Names and values of a series, for example `{ type: "ship" }`. */
export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  /** Default 1. */
  add(labels?: Labels, by?: number): void;
}

export interface Histogram {
  /** In the unit of the metric's name: seconds, or a plain number. */
  observe(value: number, labels?: Labels): void;
}

export interface GaugeValue {
  readonly labels?: Labels;
  readonly value: number;
}

/**
 * Everything that is measured in one process, in the text format that Prometheus reads. Whoever names a counter or
 * histogram that is there gets that one; a gauge is read as its newest owner says.
 */
export interface Metrics {
  counter(name: string, help: string): Counter;
  /** `bounds`: upper ends of the buckets, ascending. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  /** Read when the metrics are; a reader that fails leaves its metric out. */
  gauge(name: string, help: string, read: () => GaugeValue[] | Promise<GaugeValue[]>, type?: "counter"): void;
  text(): Promise<string>;
}

/** Series of one metric; further ones are counted together, so that a name chosen by users fills no memory. */
const MOST_SERIES = 300;

/**
 * Measures in memory and writes the text exposition format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export function createMetrics(): Metrics {
  const writers = new Map<string, () => string[] | Promise<string[]>>();
  const register = (
    name: string,
    help: string,
    type: string,
    write: () => string[] | Promise<string[]>,
  ): void => {
    writers.set(name, async () => {
      const lines = await write();
      return lines.length === 0
        ? []
        : [
            `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
            `# TYPE ${name} ${type}`,
            ...lines,
          ];
    });
  };
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  return {
    counter: (name, help) => {
      const known = counters.get(name);
      if (known) return known;
      const series = new Map<string, number>();
      register(name, help, "counter", () => [...series].map(([key, value]) => `${name}${key} ${value}`));
      const counter: Counter = {
        add: (labels = {}, by = 1) => {
          const key = keyIn(series, labels);
          series.set(key, (series.get(key) ?? 0) + by);
        },
      };
      counters.set(name, counter);
      return counter;
    },
    histogram: (name, help, bounds) => {
      const known = histograms.get(name);
      if (known) return known;
      const series = new Map<string, { readonly counts: number[]; sum: number; labels: Labels }>();
      register(name, help, "histogram", () =>
        [...series.values()].flatMap(({ counts, sum, labels }) => {
          let total = 0;
          const buckets = [...bounds, Number.POSITIVE_INFINITY].map((bound, index) => {
            total += counts[index] ?? 0;
            const le = bound === Number.POSITIVE_INFINITY ? "+Inf" : String(bound);
            return `${name}_bucket${labelText({ ...labels, le })} ${total}`;
          });
          const key = labelText(labels);
          return [...buckets, `${name}_sum${key} ${sum}`, `${name}_count${key} ${total}`];
        }),
      );
      const histogram: Histogram = {
        observe: (value, labels = {}) => {
          const key = keyIn(series, labels);
          let one = series.get(key);
          if (one === undefined) {
            const known = key === labelText(labels) ? labels : otherwise(labels);
            one = { counts: new Array(bounds.length + 1).fill(0), sum: 0, labels: known };
            series.set(key, one);
          }
          const index = bounds.findIndex((bound) => value <= bound);
          const place = index === -1 ? bounds.length : index;
          one.counts[place] = (one.counts[place] ?? 0) + 1;
          one.sum += value;
        },
      };
      histograms.set(name, histogram);
      return histogram;
    },
    gauge: (name, help, read, type) =>
      register(name, help, type ?? "gauge", async () => {
        const values = await Promise.resolve()
          .then(read)
          .catch(() => []);
        return values.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}`);
      }),
    text: async () => {
      const parts = await Promise.all([...writers.values()].map((write) => write()));
      return `${parts.flat().join("\n")}\n`;
    },
  };
}

function keyIn(series: ReadonlyMap<string, unknown>, labels: Labels): string {
  const key = labelText(labels);
  return series.has(key) || series.size < MOST_SERIES ? key : labelText(otherwise(labels));
}

function otherwise(labels: Labels): Labels {
  return Object.fromEntries(Object.keys(labels).map((name) => [name, "other"]));
}

/** What was written for labels that come again and again, as those of requests do. */
const written = new WeakMap<Labels, string>();

function labelText(labels: Labels): string {
  const known = written.get(labels);
  if (known !== undefined) return known;
  const text = writeLabels(labels);
  written.set(labels, text);
  return text;
}

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')}"`,
  );
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
