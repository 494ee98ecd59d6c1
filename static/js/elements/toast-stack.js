// <toast-stack role="status" data-offline="…" data-failed="…">…</toast-stack>
// Where toasts stand. Says so in a toast of its own when htmx could not reach the server
// (data-offline) or the server refused (data-failed), so a tap is never answered by nothing.
class ToastStack extends HTMLElement {
  connectedCallback() {
    document.addEventListener("htmx:sendError", this.#offline);
    document.addEventListener("htmx:responseError", this.#failed);
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:sendError", this.#offline);
    document.removeEventListener("htmx:responseError", this.#failed);
  }

  #offline = () => this.#say(this.dataset.offline);

  #failed = () => this.#say(this.dataset.failed);

  #say(words) {
    const toast = document.createElement("undo-toast");
    toast.className = "toastbar";
    const text = document.createElement("span");
    text.className = "grow";
    text.textContent = words;
    toast.append(text);
    this.append(toast);
  }
}

customElements.define("toast-stack", ToastStack);
