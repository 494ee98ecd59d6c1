// <sort-list group="days" name="day-3" within="days"><ol>
//   <li><button class="grip" type="button">…</button><input type="hidden" value="id"> …</li>
// </ol></sort-list>
// Drags the rows of its list, also into others of the same group. With the grip focused, Space
// lifts a row, arrows move it, Space drops it, Esc puts it back. A moved row's hidden input takes
// the list's `name`, then "sorted" fires: <form hx-post="…" hx-trigger="sorted"> sends the order.
// Whoever moves on before an answer has put new lists in their place loses nothing: inside the part
// whose id is `within`, the new lists take over. Without JavaScript the rows' own buttons move them.
import Sortable from "sortablejs";
import { carryOver, isLifted, lift, putBack, settle, shift } from "../lib/rows.js";

class SortList extends HTMLElement {
  #sortable;

  connectedCallback() {
    this.#sortable = Sortable.create(this.list, {
      group: this.getAttribute("group") ?? undefined,
      handle: ".grip",
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      onEnd: ({ item }) => settle(item),
    });
    this.addEventListener("keydown", this.#key);
  }

  disconnectedCallback() {
    this.#sortable.destroy();
    this.removeEventListener("keydown", this.#key);
    if (this.hasAttribute("within") && this.getRootNode().id === this.getAttribute("within")) carryOver(this);
  }

  get list() {
    return this.querySelector("ol, ul");
  }

  #key = (event) => {
    const grip = event.target.closest(".grip");
    const row = grip?.closest("li");
    if (!row) return;
    const lifted = isLifted(row);
    const space = event.key === " ";
    if (!space && !(lifted && /^(Escape|Arrow.*)$/.test(event.key))) return;
    event.preventDefault();
    if (space && lifted) settle(row);
    else if (space) lift(row);
    else if (event.key === "Escape") putBack(row);
    else shift(row, event.key);
    grip.focus();
  };
}

customElements.define("sort-list", SortList);
