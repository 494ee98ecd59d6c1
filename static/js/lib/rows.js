// The rows of sort-list.js: lifted, moved, dropped, put back.
import { moved } from "./moving.js";

const homes = new WeakMap(); // lifted rows, and where they were

export function isLifted(row) {
  return homes.has(row);
}

export function lift(row) {
  homes.set(row, { list: row.parentElement, before: row.nextElementSibling });
  row.classList.add("is-lifted");
}

export function putBack(row) {
  const { list, before } = homes.get(row);
  list.insertBefore(row, before);
  laidDown(row);
}

export function settle(row) {
  const home = row.closest("sort-list");
  const input = row.querySelector("input[type=hidden]");
  if (home.hasAttribute("name")) input.name = home.getAttribute("name");
  laidDown(row);
  home.dispatchEvent(new CustomEvent("sorted", { bubbles: true }));
}

function laidDown(row) {
  homes.delete(row);
  row.classList.remove("is-lifted");
}

export function shift(row, key) {
  const group = row.closest("sort-list").getAttribute("group");
  const all = group ? [...document.querySelectorAll(`sort-list[group="${CSS.escape(group)}"]`)] : [];
  const lists = all.length ? all.map((one) => one.list) : [row.parentElement];
  const from = lists.indexOf(row.parentElement);
  const index = [...lists[from].children].indexOf(row);
  const to = moved(key, from, index, lists.map((list) => list.children.length));
  if (!to) return;
  const others = [...lists[to.list].children].filter((other) => other !== row);
  lists[to.list].insertBefore(row, others[to.index] ?? null);
}
