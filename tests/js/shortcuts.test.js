import assert from "node:assert/strict";
import { test } from "node:test";
import { named, press } from "../../static/js/lib/shortcuts.js";

const SHORTCUTS = ["/", "g t", "g p"];

test("one key is a shortcut at once", () => {
  assert.equal(press("", "/", SHORTCUTS).shortcut, "/");
});

test("two keys make one shortcut", () => {
  const first = press("", "g", SHORTCUTS);
  assert.deepEqual(first, { pending: "g" });
  assert.deepEqual(press(first.pending, "t", SHORTCUTS), { shortcut: "g t", pending: "" });
});

test("a wrong second key starts over", () => {
  assert.deepEqual(press("g", "x", SHORTCUTS), { pending: "" });
  assert.equal(press("g", "/", SHORTCUTS).shortcut, "/");
  assert.deepEqual(press("g", "g", SHORTCUTS), { pending: "g" });
});

test("a key with Control or Command is named Mod", () => {
  assert.equal(named({ key: "Z", ctrlKey: true, shiftKey: true }), "Mod+Shift+z");
  assert.equal(named({ key: "z", metaKey: true }), "Mod+z");
  assert.equal(named({ key: "G", shiftKey: true }), "G");
});
