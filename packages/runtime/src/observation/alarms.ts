import { type BilingualText, fillTemplate } from "@flowright/definition";
import type { DatabaseReading } from "./read-database.ts";

/** Something about the server that a person should look at; it goes on meanwhile. */
export interface Alarm {
  readonly code: AlarmCode;
  /** When it was first seen, ISO. */
  readonly since: string;
  readonly params: Readonly<Record<string, number>>;
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

/** When something is an alarm. Seconds. */
export interface AlarmLimits {
  readonly transaction: number;
  readonly turns: number;
  readonly jobs: number;
  readonly timers: number;
  readonly deliveries: number;
  readonly skew: number;
}

export const ALARM_LIMITS: AlarmLimits = {
  transaction: 60,
  turns: 5,
  jobs: 300,
  timers: 30,
  deliveries: 60,
  skew: 0.5,
};

const TEXTS = {
  "database.unread": {
    message: { en: "The database does not answer.", "zh-CN": "数据库没有响应。" },
    fix: { en: "See whether it runs and can be reached.", "zh-CN": "请检查数据库是否在运行、能否连接。" },
  },
  "database.transaction-old": {
    message: {
      en: "A transaction in the database has been open for {seconds} s; while it is, nothing that was removed can be cleared away.",
      "zh-CN": "数据库中有事务已打开 {seconds} 秒；期间已删除的数据无法清理。",
    },
    fix: {
      en: "Find it with: select pid, xact_start, query from pg_stat_activity order by xact_start; and end it with pg_terminate_backend(pid).",
      "zh-CN":
        "请用 select pid, xact_start, query from pg_stat_activity order by xact_start; 查找，并用 pg_terminate_backend(pid) 结束。",
    },
  },
  "database.connections": {
    message: {
      en: "{used} of the database's {most} connections are in use.",
      "zh-CN": "数据库 {most} 个连接中已使用 {used} 个。",
    },
    fix: {
      en: "Run fewer servers, or raise max_connections.",
      "zh-CN": "请减少服务器数量，或调大 max_connections。",
    },
  },
  "clock.skew": {
    message: {
      en: "The clocks of this server and of the database differ by {seconds} s.",
      "zh-CN": "本服务器与数据库的时钟相差 {seconds} 秒。",
    },
    fix: {
      en: "Set both by NTP. Deadlines go by the database's clock; times on screens may be off by as much.",
      "zh-CN": "请让两者通过 NTP 校时。期限以数据库时钟为准，界面显示的时间可能有同样的偏差。",
    },
  },
  "turns.late": {
    message: {
      en: "Commands wait {seconds} s for their turn; {depth} are waiting.",
      "zh-CN": "命令等待处理已达 {seconds} 秒，排队 {depth} 个。",
    },
    fix: {
      en: "Look at the database's load and disk; run one more server.",
      "zh-CN": "请检查数据库的负载和磁盘，或增加一台服务器。",
    },
  },
  "jobs.late": {
    message: {
      en: "Calls to systems or workers wait for {seconds} s; {count} are waiting.",
      "zh-CN": "对系统或工作程序的调用已等待 {seconds} 秒，共 {count} 个。",
    },
    fix: {
      en: "See whether the workers for these jobs run and keep up.",
      "zh-CN": "请检查处理这些作业的工作程序是否在运行、处理能力是否足够。",
    },
  },
  "timers.late": {
    message: {
      en: "Timers are {seconds} s late; {count} are due.",
      "zh-CN": "定时器延迟 {seconds} 秒，到期 {count} 个。",
    },
    fix: {
      en: "See whether a server with background work runs, and look at the database's load.",
      "zh-CN": "请检查是否有负责后台工作的服务器在运行，并查看数据库负载。",
    },
  },
  "deliveries.late": {
    message: {
      en: "Messages between cases wait for {seconds} s; {count} are waiting.",
      "zh-CN": "流程实例之间的消息已等待 {seconds} 秒，共 {count} 条。",
    },
    fix: {
      en: "Look at the server's log for turns that are refused; flowright doctor tells which cases wait.",
      "zh-CN": "请在服务器日志中查看被拒绝的轮次；flowright doctor 可列出等待的流程实例。",
    },
  },
  "incidents.open": {
    message: { en: "{count} incidents are open.", "zh-CN": "有 {count} 个未解决的异常。" },
    fix: {
      en: "Open Monitor › Incidents and retry or repair them.",
      "zh-CN": "请打开监控 › 异常，重试或修复。",
    },
  },
} as const satisfies Record<string, { readonly message: BilingualText; readonly fix: BilingualText }>;

export type AlarmCode = keyof typeof TEXTS;

type Seen = ReadonlyMap<AlarmCode, Readonly<Record<string, number>>>;

/** What is to be told of a reading; null where the database could not be read. */
export function alarmsIn(
  reading: DatabaseReading | null,
  turns: { readonly depth: number; readonly oldest: number },
  limits: AlarmLimits = ALARM_LIMITS,
): Seen {
  const seen = new Map<AlarmCode, Readonly<Record<string, number>>>();
  const late = (code: AlarmCode, seconds: number, limit: number, params: Record<string, number> = {}) => {
    if (seconds > limit) seen.set(code, { seconds: Math.round(seconds * 10) / 10, ...params });
  };
  late("turns.late", turns.oldest, limits.turns, { depth: turns.depth });
  if (reading === null) {
    seen.set("database.unread", {});
    return seen;
  }
  late("database.transaction-old", reading.oldestTransaction, limits.transaction);
  late("clock.skew", Math.abs(reading.skew), limits.skew);
  const ready = reading.jobs.filter((job) => job.ready > 0);
  const oldest = Math.max(0, ...ready.map((job) => job.oldest));
  late("jobs.late", oldest, limits.jobs, { count: ready.reduce((sum, job) => sum + job.ready, 0) });
  late("timers.late", reading.timers.latest, limits.timers, { count: reading.timers.due });
  late("deliveries.late", reading.deliveries.oldest, limits.deliveries, {
    count: reading.deliveries.pending,
  });
  if (reading.incidents > 0) seen.set("incidents.open", { count: reading.incidents });
  const { used, most } = reading.connections;
  if (used > most * 0.9) seen.set("database.connections", { used, most });
  return seen;
}

/** The alarms that hold now, each with the time since when it does. */
export function withSince(seen: Seen, before: readonly Alarm[], now: string): Alarm[] {
  return [...seen].map(([code, params]) => ({
    code,
    params,
    since: before.find((alarm) => alarm.code === code)?.since ?? now,
    message: {
      en: fillTemplate(TEXTS[code].message.en, params, "en"),
      "zh-CN": fillTemplate(TEXTS[code].message["zh-CN"], params, "zh-CN"),
    },
    fix: TEXTS[code].fix,
  }));
}
