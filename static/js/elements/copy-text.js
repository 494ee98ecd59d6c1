// <copy-text><input readonly><button type="button" hidden>Copy</button><span role="status"></span></copy-text>
// The button copies what the input holds and says so. Without JavaScript it stays hidden.
class CopyText extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.hidden = !navigator.clipboard;
    this.button.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.button.removeEventListener("click", this);
  }

  async handleEvent() {
    const input = this.querySelector("input");
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      this.say("Copied.");
    } catch {
      this.say("Press Ctrl and C to copy.");
    }
  }

  say(words) {
    this.querySelector("[role=status]").textContent = words;
  }
}

customElements.define("copy-text", CopyText);
