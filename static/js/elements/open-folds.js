// <open-folds>…<details id="a">…</details></open-folds>
// A fold in it that somebody opened or closed stays so when the server sends it anew.

class OpenFolds extends HTMLElement {
  #open = new Map();

  connectedCallback() {
    this.addEventListener("toggle", this.#remember, true); // it does not bubble
    document.addEventListener("htmx:oobAfterSwap", this.#restore);
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:oobAfterSwap", this.#restore);
  }

  #remember = ({ target }) => this.#open.set(target.id, target.open);

  #restore = () => {
    for (const fold of this.querySelectorAll("details[id]")) {
      fold.open = this.#open.get(fold.id) ?? fold.open;
    }
  };
}

customElements.define("open-folds", OpenFolds);
