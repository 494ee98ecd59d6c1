// <key-help data-keys="?"><dialog aria-labelledby="…"><form method="dialog">…</form></dialog></key-help>
// Opens its dialog when it is pressed, which <key-shortcuts> does, and closes it when pressed again.
// Esc and the form close it too; the browser gives the focus back. Without JavaScript it never shows.
class KeyHelp extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.#toggle);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#toggle);
  }

  #toggle = ({ target }) => {
    if (target !== this) return;
    const dialog = this.querySelector("dialog");
    if (dialog.open) dialog.close();
    else dialog.showModal();
  };
}

customElements.define("key-help", KeyHelp);
