import { expect, test } from "vitest";
import { isBpmnName, isBpmnText } from "./bpmn-source.ts";

test.each([
  ["returns.bpmn", true],
  ["Returns.BPMN2", true],
  ["returns.bpmn20.xml", true],
  ["returns.json", false],
  ["bpmn", false],
])("%s may be a drawing: %s", (name, expected) => {
  expect(isBpmnName(name)).toBe(expected);
});

test.each([
  ["<definitions>", true],
  ['\uFEFF<?xml version="1.0"?>\n<!-- by hand -->\n<bpmn:definitions xmlns:bpmn="x">', true],
  ["<definitionsOfAnotherSort>", false],
  ["<html><definitions/></html>", false],
  ["definitions", false],
  ["<!-- <definitions> -->", false],
])("%j is meant as a drawing: %s", (text, expected) => {
  expect(isBpmnText(text)).toBe(expected);
});
