// <print-page hidden><button type="button">Print</button></print-page>
// The button opens the browser's print window. Without JavaScript it stays hidden.
class PrintPage extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent() {
    print();
  }
}

customElements.define("print-page", PrintPage);
