import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, percentLeft, secondsLeft, spoken } from "../../static/js/lib/clock.js";

test("seconds read as minutes and seconds", () => {
  for (const [seconds, text] of [[0, "0:00"], [5, "0:05"], [84, "1:24"], [150, "2:30"], [3600, "60:00"]])
    assert.equal(clock(seconds), text);
});

test("time past the end counts up with a plus", () => {
  assert.equal(clock(-12), "+0:12");
  assert.equal(clock(-75), "+1:15");
});

test("a started second still counts, by the clock on the wall", () => {
  assert.equal(secondsLeft(10_000, 0), 10);
  assert.equal(secondsLeft(10_000, 9_001), 1);
  assert.equal(secondsLeft(10_000, 10_000), 0);
  assert.equal(secondsLeft(10_000, 22_000), -12);
});

test("listeners hear words", () => {
  assert.equal(spoken(84), "1 minute 24 seconds left");
  assert.equal(spoken(120), "2 minutes left");
  assert.equal(spoken(1), "1 second left");
  assert.equal(spoken(0), "over");
  assert.equal(spoken(-12), "over by 12 seconds");
});

test("the bar empties, in steps if motion is unwanted, and stays within 0 and 100", () => {
  assert.equal(percentLeft(75, 150), 50);
  assert.equal(percentLeft(-3, 150), 0);
  assert.equal(percentLeft(200, 150), 100);
  assert.equal(percentLeft(61, 150, 15), 50);
  assert.equal(percentLeft(10, 0), 0);
});
