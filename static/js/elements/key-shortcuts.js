// <key-shortcuts></key-shortcuts>
// Anything with data-keys answers to them: "/" or "g t". Links and buttons are pressed, fields get
// the focus. With data-keys-in=".row" they answer only where the focus is in such a part. "Mod+z" is
// Control or Command with z. Leave the element out of the page to switch shortcuts off.
import { named, press } from "../lib/shortcuts.js";

const PATIENCE = 1500; // how long the first key of two is remembered
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

class KeyShortcuts extends HTMLElement {
  #pending = "";
  #timer;

  connectedCallback() {
    document.addEventListener("keydown", this.#key);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#key);
    clearTimeout(this.#timer);
  }

  #key = (event) => {
    if (event.altKey || event.target.closest?.(TYPING)) return;
    const targets = [...document.querySelectorAll("[data-keys]")].filter(
      ({ disabled, dataset }) => !disabled && (!dataset.keysIn || event.target.closest?.(dataset.keysIn)),
    );
    const keys = targets.map((target) => target.dataset.keys);
    const { shortcut, pending } = press(this.#pending, named(event), keys);
    this.#pending = pending;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#pending = ""), PATIENCE);
    if (!shortcut) return;
    event.preventDefault();
    const target = targets.find((one) => one.dataset.keys === shortcut);
    if (target.matches(TYPING)) target.focus();
    else target.click();
  };
}

customElements.define("key-shortcuts", KeyShortcuts);
