import assert from "node:assert/strict";
import { test } from "node:test";
import { moved } from "../../static/js/lib/moving.js";

test("up and down stay within the list", () => {
  assert.deepEqual(moved("ArrowUp", 0, 1, [3]), { list: 0, index: 0 });
  assert.deepEqual(moved("ArrowDown", 0, 1, [3]), { list: 0, index: 2 });
  assert.equal(moved("ArrowUp", 0, 0, [3]), null);
  assert.equal(moved("ArrowDown", 0, 2, [3]), null);
});

test("left and right change the day, at the same height or at its end", () => {
  assert.deepEqual(moved("ArrowRight", 0, 1, [3, 4]), { list: 1, index: 1 });
  assert.deepEqual(moved("ArrowRight", 0, 2, [3, 1]), { list: 1, index: 1 });
  assert.equal(moved("ArrowLeft", 0, 1, [3, 4]), null);
  assert.equal(moved("ArrowRight", 1, 1, [3, 4]), null);
});

test("other keys move nothing", () => {
  assert.equal(moved("Enter", 0, 0, [3]), null);
});
