import { expect, test } from "vitest";
import { i18n } from "../i18n/i18n.ts";
import { dueToneOf } from "./due-tone.ts";
import { type TimeTexts, useTimeTexts } from "./texts.ts";
import { agoWords, dueWords, momentWords, spanWords } from "./time-words.ts";

const { namespace } = useTimeTexts.catalog;
const en = ((key: string, values?: object) =>
  i18n.getFixedT("en", namespace)(key, { ...values })) as TimeTexts;
const zh = ((key: string, values?: object) =>
  i18n.getFixedT("zh-CN", namespace)(key, { ...values })) as TimeTexts;
const HOUR = 3_600_000;
const NOW = new Date(2026, 10, 24, 12, 0).getTime();
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();

test("a span is told in its largest whole unit", () => {
  expect(spanWords(20_000, en)).toBe("1 min");
  expect(spanWords(45 * 60_000, en)).toBe("45 min");
  expect(spanWords(-3.9 * HOUR, zh)).toBe("3 小时");
  expect(spanWords(47 * HOUR, en)).toBe("47 h");
  expect(spanWords(49 * HOUR, en)).toBe("2 days");
});

test("a due time is told from now", () => {
  expect(dueWords(at(3), NOW, en)).toBe("3 h left");
  expect(dueWords(at(-50), NOW, en)).toBe("2 days late");
  expect(dueWords(at(-2), NOW, zh)).toBe("逾期 2 小时");
  expect(dueWords(at(2), NOW, zh)).toBe("剩 2 小时");
});

test("the past is told from now", () => {
  expect(agoWords(at(0), NOW, en)).toBe("just now");
  expect(agoWords(at(-5), NOW, zh)).toBe("5 小时前");
});

test("near days have names, far ones a date", () => {
  expect(momentWords(at(3), NOW, "en", en)).toBe("today 15:00");
  expect(momentWords(at(24), NOW, "zh-CN", zh)).toBe("明天 12:00");
  expect(momentWords(at(-24), NOW, "en", en)).toBe("yesterday 12:00");
  expect(momentWords(at(24 * 9), NOW, "zh-CN", zh)).toBe("12月3日 12:00");
  expect(momentWords(at(24 * 9), NOW, "en", en)).toBe("Dec 3 12:00");
  expect(momentWords(at(24 * 60), NOW, "en", en)).toBe("Jan 23, 2027 12:00");
  expect(momentWords("nonsense", NOW, "en", en)).toBe("nonsense");
});

test("the last quarter of the time given is at risk, and the end is late", () => {
  expect(dueToneOf(null, at(-1), NOW)).toBe("none");
  expect(dueToneOf(at(3), at(-1), NOW)).toBe("track");
  expect(dueToneOf(at(1), at(-9), NOW)).toBe("risk");
  expect(dueToneOf(at(0), at(-9), NOW)).toBe("late");
  expect(dueToneOf("nonsense", at(-9), NOW)).toBe("none");
});
