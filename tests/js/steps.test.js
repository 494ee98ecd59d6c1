import assert from "node:assert/strict";
import { test } from "node:test";
import { parsed, stepped } from "../../static/js/lib/steps.js";

test("commas, points and true minus signs are read", () => {
  assert.equal(parsed("52,5"), 52.5);
  assert.equal(parsed(" 52.5 "), 52.5);
  assert.equal(parsed("\u221215"), -15);
});

test("words and nothing are no number", () => {
  assert.equal(parsed(""), null);
  assert.equal(parsed("2:00"), null);
});

test("a step goes up and down without rounding noise", () => {
  assert.equal(stepped("52.5", 1, { step: 2.5 }), "55");
  assert.equal(stepped("55", -1, { step: 2.5 }), "52.5");
  assert.equal(stepped("0.1", 1, { step: 0.2 }), "0.3");
  assert.equal(stepped("51", 1, { step: 1.25 }), "52.25");
  assert.equal(stepped("100", 1, { step: 100 }), "200");
});

test("a step never leaves min and max", () => {
  assert.equal(stepped("1", -1, { step: 2.5, min: 0 }), "0");
  assert.equal(stepped("0", -1, { min: 0 }), "0");
  assert.equal(stepped("99", 1, { step: 5, max: 100 }), "100");
});

test("an empty field starts at its smallest value", () => {
  assert.equal(stepped("", 1, { step: 1, min: 1 }), "1");
  assert.equal(stepped("", 1, { step: 2.5, min: 0 }), "0");
  assert.equal(stepped("", 1), "1");
});

test("among values only, the one nearest to a step further is next", () => {
  const values = [8, 10, 14, 20];
  assert.equal(stepped("10", 1, { step: 2.5, values }), "14");
  assert.equal(stepped("12", 1, { step: 2.5, values }), "14");
  assert.equal(stepped("14", -1, { step: 2.5, values }), "10");
  assert.equal(stepped("10", 1, { step: 10, values }), "20");
});

test("beyond the values steps go on, and an empty field starts as ever", () => {
  assert.equal(stepped("20", 1, { step: 2.5, values: [10, 20] }), "22.5");
  assert.equal(stepped("10", -1, { step: 2.5, min: 0, values: [10, 20] }), "7.5");
  assert.equal(stepped("", 1, { step: 2.5, min: 0, values: [10, 20] }), "0");
});
