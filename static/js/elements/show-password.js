// <show-password class="pw"><input type="password"><button type="button" hidden aria-pressed="false">…
// The button shows what is typed and hides it again. Without JavaScript it stays hidden itself.
class ShowPassword extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").hidden = false;
    this.addEventListener("click", this.#toggle);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#toggle);
  }

  #toggle = ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const input = this.querySelector("input");
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.ariaPressed = String(shown);
  };
}

customElements.define("show-password", ShowPassword);
