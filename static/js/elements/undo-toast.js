// <undo-toast seconds="10">Removed Face pull <form…><button>Undo</button></form></undo-toast>
// Goes away by itself, but never while it has the focus or the pointer. [data-close] closes it.
// Without JavaScript it stays until the next page.
class UndoToast extends HTMLElement {
  #timer;

  connectedCallback() {
    this.addEventListener("click", this.#close);
    for (const type of ["focusin", "pointerenter"]) this.addEventListener(type, this.#pause);
    for (const type of ["focusout", "pointerleave"]) this.addEventListener(type, this.#start);
    this.#start();
  }

  disconnectedCallback() {
    this.#pause();
    this.removeEventListener("click", this.#close);
    for (const type of ["focusin", "pointerenter"]) this.removeEventListener(type, this.#pause);
    for (const type of ["focusout", "pointerleave"]) this.removeEventListener(type, this.#start);
  }

  #start = () => {
    this.#pause();
    const seconds = Number(this.getAttribute("seconds") ?? 10);
    this.#timer = setTimeout(() => this.remove(), seconds * 1000);
  };

  #pause = () => clearTimeout(this.#timer);

  #close = ({ target }) => target.closest("[data-close]") && this.remove();
}

customElements.define("undo-toast", UndoToast);
