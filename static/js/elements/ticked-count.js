// <ticked-count name="accept" single="change" several="changes"></ticked-count>
// Says how many boxes of that name are ticked: "3 changes". Without JavaScript nothing is said.

class TickedCount extends HTMLElement {
  connectedCallback() {
    document.addEventListener("change", this.#count);
    window.addEventListener("pageshow", this.#count); // going back brings back what was ticked
    this.#count();
  }

  disconnectedCallback() {
    document.removeEventListener("change", this.#count);
    window.removeEventListener("pageshow", this.#count);
  }

  #count = () => {
    const number = document.querySelectorAll(`[name="${this.getAttribute("name")}"]:checked`).length;
    this.textContent = `${number} ${this.getAttribute(number === 1 ? "single" : "several")}`;
  };
}

customElements.define("ticked-count", TickedCount);
