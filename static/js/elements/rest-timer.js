// <rest-timer session="id" after="set id" seconds="150" elapsed="0">…</rest-timer>
// The rest after the set `after`, by the clock on the wall, so sleep and reload do not stop it.
// Looks for .time, rect.fg, [data-add] and [data-skip] inside; see templates/_rest_bar.html.
// Fires "rest-over" once. Without JavaScript the bar stays hidden.
import { clock, percentLeft, secondsLeft, spoken } from "../lib/clock.js";

const FORGOTTEN = -600; // ten minutes past the end nobody is resting any more
const OVER = "Rest is over · ";

class RestTimer extends HTMLElement {
  #rest;
  #ticker;
  #title = document.title.replace(OVER, "");

  connectedCallback() {
    this.#rest = this.#kept() ?? this.#begun();
    this.addEventListener("click", this.#press);
    this.#ticker = setInterval(this.#show, 1000);
    document.addEventListener("visibilitychange", this.#show);
    this.#show();
  }

  disconnectedCallback() {
    clearInterval(this.#ticker);
    this.removeEventListener("click", this.#press);
    document.removeEventListener("visibilitychange", this.#show);
    document.title = this.#title;
  }

  get #key() {
    return `rest:${this.getAttribute("session")}`;
  }

  #kept() {
    const kept = JSON.parse(sessionStorage.getItem(this.#key));
    return kept?.after === this.getAttribute("after") ? kept : null;
  }

  #begun() {
    const total = Number(this.getAttribute("seconds"));
    const left = total - Number(this.getAttribute("elapsed") ?? 0);
    const ends = Date.now() + left * 1000;
    return { after: this.getAttribute("after"), total, ends, over: left <= 0 };
  }

  #press = ({ target }) => {
    const button = target.closest("[data-add], [data-skip]");
    if (!button) return;
    if ("skip" in button.dataset) this.#rest.skipped = true;
    const more = Number(button.dataset.add ?? 0);
    const left = secondsLeft(this.#rest.ends, Date.now());
    this.#rest.ends += Math.max(more, -Math.max(left, 0)) * 1000;
    this.#rest.total = Math.max(this.#rest.total, left + more);
    this.#rest.over &&= left + more <= 0;
    this.#show();
  };

  #show = () => {
    const left = secondsLeft(this.#rest.ends, Date.now());
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const time = this.querySelector(".time");
    this.hidden = !this.#rest.total || this.#rest.skipped === true || left < FORGOTTEN;
    time.textContent = clock(left);
    time.setAttribute("aria-label", `Rest, ${spoken(left)}`);
    const width = percentLeft(left, this.#rest.total, calm ? 15 : 1);
    this.querySelector("rect.fg").setAttribute("width", `${width}%`);
    document.title = left > 0 || this.hidden ? this.#title : OVER + this.#title;
    if (left <= 0 && !this.#rest.over) this.#end();
    sessionStorage.setItem(this.#key, JSON.stringify(this.#rest));
  };

  #end() {
    this.#rest.over = true;
    const mayVibrate = navigator.userActivation?.hasBeenActive && !this.hasAttribute("still");
    if (mayVibrate) navigator.vibrate?.(200);
    this.dispatchEvent(new CustomEvent("rest-over", { bubbles: true }));
  }
}

customElements.define("rest-timer", RestTimer);
