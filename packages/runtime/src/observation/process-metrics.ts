import { readdirSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Metrics } from "./metrics.ts";

/** The usual quantities of a process and of Node, under their usual names. */
export function measureProcess(metrics: Metrics): { stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const one = (value: number) => [{ value }];
  metrics.gauge(
    "process_cpu_seconds_total",
    "User and system CPU time spent in seconds.",
    () => {
      const { user, system } = process.cpuUsage();
      return one((user + system) / 1e6);
    },
    "counter",
  );
  metrics.gauge("process_resident_memory_bytes", "Resident memory size in bytes.", () =>
    one(process.memoryUsage.rss()),
  );
  metrics.gauge("process_start_time_seconds", "Start time of the process since unix epoch in seconds.", () =>
    one(Math.round(Date.now() / 1000 - process.uptime())),
  );
  if (process.platform === "linux")
    metrics.gauge("process_open_fds", "Number of open file descriptors.", () =>
      one(readdirSync("/proc/self/fd").length),
    );
  metrics.gauge("nodejs_heap_size_used_bytes", "Process heap size used from Node.js in bytes.", () =>
    one(process.memoryUsage().heapUsed),
  );
  for (const [name, percentile] of [
    ["p50", 50],
    ["p99", 99],
  ] as const)
    metrics.gauge(
      `nodejs_eventloop_lag_${name}_seconds`,
      `Event loop delay since it was last read, ${percentile}th percentile.`,
      () => one(Number.isFinite(delay.percentile(percentile)) ? delay.percentile(percentile) / 1e9 : 0),
    );
  metrics.gauge(
    "nodejs_eventloop_lag_max_seconds",
    "Longest event loop delay since it was last read.",
    () => {
      const longest = delay.max / 1e9;
      delay.reset();
      return one(longest);
    },
  );
  return { stop: () => delay.disable() };
}
