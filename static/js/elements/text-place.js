// <text-place line="3" column="9" for="id_text"><a href="#id_text">Line 3</a></text-place>
// A click on the link puts the cursor there and marks the word.
import { offsetOf, wordAt } from "../lib/places.js";

class TextPlace extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.#go);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#go);
  }

  #go = (event) => {
    const field = document.getElementById(this.getAttribute("for"));
    if (!field || !event.target.closest("a")) return;
    event.preventDefault();
    const at = offsetOf(field.value, Number(this.getAttribute("line")), Number(this.getAttribute("column")));
    field.focus();
    field.setSelectionRange(at, at + wordAt(field.value, at).length);
  };
}

customElements.define("text-place", TextPlace);
