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
  list.insertBefore(row, before?.parentElement === list ? before : null);
  laidDown(row);
}

export function settle(row) {
  const home = row.closest("sort-list");
  const input = row.querySelector("input[type=hidden]");
  if (home.hasAttribute("name")) input.name = home.getAttribute("name");
  laidDown(row);
  if (document.querySelector(".htmx-request")) groupOf(home).forEach((one) => (one.isAhead = true));
  home.dispatchEvent(new CustomEvent("sorted", { bubbles: true }));
}

function laidDown(row) {
  homes.delete(row);
  row.classList.remove("is-lifted");
}

export function shift(row, key) {
  const lists = groupOf(row.closest("sort-list")).map((one) => one.list);
  const from = lists.indexOf(row.parentElement);
  const index = [...lists[from].children].indexOf(row);
  const to = moved(key, from, index, lists.map((list) => list.children.length));
  if (to) putAt(lists[to.list], to.index, row);
}

// The answer to an earlier move put new lists in place of the old ones. What happened in these
// since it was asked for goes on in the new: rows dropped (the old list is ahead), a row lifted.
export function carryOver(old) {
  const now = groupOf(old).find((one) => one.getAttribute("name") === old.getAttribute("name"));
  if (!now || now === old) return;
  const rows = [...old.list.children];
  if (old.isAhead) keepOrder(now, rows.map((row) => sameAs(row, old)).filter(Boolean));
  const place = rows.findIndex(isLifted);
  const lifted = place >= 0 && sameAs(rows[place], old);
  if (!lifted) return;
  lift(lifted);
  putAt(now.list, place, lifted);
}

function keepOrder(home, rows) {
  home.list.prepend(...rows);
  for (const row of rows) row.querySelector("input[type=hidden]").name = home.getAttribute("name");
}

function sameAs(row, old) {
  const { value } = row.querySelector("input[type=hidden]");
  const inputs = groupOf(old).flatMap((one) => [...one.list.querySelectorAll("li > input[type=hidden]")]);
  return inputs.find((input) => input.value === value)?.closest("li");
}

function putAt(list, index, row) {
  const others = [...list.children].filter((other) => other !== row);
  list.insertBefore(row, others[index] ?? null);
}

function groupOf(home) {
  const group = home.getAttribute("group");
  return group ? [...document.querySelectorAll(`sort-list[group="${CSS.escape(group)}"]`)] : [home];
}
