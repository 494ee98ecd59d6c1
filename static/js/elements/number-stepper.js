// <number-stepper class="stepper" step="2.5" min="0" max="500" values="20 22 24">
//   <span class="val"><input inputmode="decimal" …><span>kg</span></span>
// </number-stepper>
// Adds − and + around the input; arrow keys step too, holding repeats. data-step, data-min and
// data-max on the input count before the element's own. Fires "input" and "change" on the input,
// as typing would. Without JavaScript it is a plain input.
import { stepped } from "../lib/steps.js";

const HOLD = 450;
const REPEAT = 90;
const ARROWS = { ArrowUp: 1, ArrowDown: -1 };
const SIGNS = { "-1": "M5 12h14", 1: "M5 12h14M12 5v14" };
const RELEASES = ["pointerup", "pointerleave", "pointercancel"];

class NumberStepper extends HTMLElement {
  #buttons = [];
  #timer;

  connectedCallback() {
    this.#buttons = [this.#button(-1, "Less"), this.#button(1, "More")];
    this.prepend(this.#buttons[0]);
    this.append(this.#buttons[1]);
    this.addEventListener("keydown", this.#key);
    for (const type of RELEASES) this.addEventListener(type, this.#release);
  }

  disconnectedCallback() {
    this.#release();
    this.#buttons.forEach((button) => button.remove());
    this.removeEventListener("keydown", this.#key);
    for (const type of RELEASES) this.removeEventListener(type, this.#release);
  }

  get #input() {
    return this.querySelector("input");
  }

  #button(direction, word) {
    const name = this.#input.labels[0]?.textContent.trim() || this.#input.ariaLabel;
    const button = document.createElement("button");
    button.type = "button";
    button.ariaLabel = name ? `${word}: ${name}` : word;
    button.disabled = this.#input.disabled;
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGNS[direction]}"/></svg>`;
    // a pointer steps on pointerdown, so that holding can repeat; keys and voice only click
    button.addEventListener("pointerdown", (event) => event.button === 0 && this.#hold(direction));
    button.addEventListener("click", (event) => event.detail === 0 && this.#step(direction));
    return button;
  }

  #step(direction) {
    const input = this.#input;
    const limits = { values: (this.getAttribute("values") ?? "").split(" ").filter(Boolean).map(Number) };
    for (const name of ["step", "min", "max"]) {
      const text = input.dataset[name] ?? this.getAttribute(name);
      if (text) limits[name] = Number(text);
    }
    input.value = stepped(input.value, direction, limits);
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  }

  #hold(direction, wait = HOLD) {
    this.#step(direction);
    this.#timer = setTimeout(() => this.#hold(direction, REPEAT), wait);
  }

  #release = () => clearTimeout(this.#timer);

  #key = (event) => {
    if (event.target !== this.#input || !(event.key in ARROWS)) return;
    event.preventDefault();
    this.#step(ARROWS[event.key]);
  };
}

customElements.define("number-stepper", NumberStepper);
