// <word-fold><details><summary>Ask</summary>…<textarea>…</details></word-fold>
// Whoever opens the fold types at once; Esc closes it and gives the focus back to its summary.
class WordFold extends HTMLElement {
  connectedCallback() {
    this.addEventListener("toggle", this.#enter, true); // it does not bubble
    this.addEventListener("keydown", this.#leave);
  }

  disconnectedCallback() {
    this.removeEventListener("toggle", this.#enter, true);
    this.removeEventListener("keydown", this.#leave);
  }

  #enter = ({ target }) => target.open && this.querySelector("textarea").focus();

  #leave = ({ key }) => {
    if (key !== "Escape") return;
    this.querySelector("details").open = false;
    this.querySelector("summary").focus();
  };
}

customElements.define("word-fold", WordFold);
