import assert from "node:assert/strict";
import { test } from "node:test";
import { offsetOf, wordAt } from "../../static/js/lib/places.js";

const TEXT = "# Day 1\ndeadlfit 3x8\n\nlast";

test("a place is found by line and column", () => {
  assert.equal(offsetOf(TEXT, 1, 1), 0);
  assert.equal(TEXT[offsetOf(TEXT, 2, 1)], "d");
  assert.equal(TEXT[offsetOf(TEXT, 2, 10)], "3");
  assert.equal(TEXT[offsetOf(TEXT, 4, 1)], "l");
  assert.equal(offsetOf(TEXT, 9, 99), TEXT.length);
});

test("the word that begins there ends at a space", () => {
  assert.equal(wordAt(TEXT, offsetOf(TEXT, 2, 1)), "deadlfit");
  assert.equal(wordAt(TEXT, TEXT.length), "");
});
