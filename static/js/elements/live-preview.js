// <live-preview url="…"><textarea name="…"></textarea><div class="preview"></div></live-preview>
// Sends the text to `url` a moment after it changes and shows the answer; the last one asked wins.
const PAUSE = 300; // milliseconds without a key

class LivePreview extends HTMLElement {
  #timer;
  #asked;

  connectedCallback() {
    this.addEventListener("input", this.#wait);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("input", this.#wait);
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  #wait = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#show, PAUSE);
  };

  #show = async () => {
    this.#asked?.abort();
    this.#asked = new AbortController();
    const { name, value, form } = this.querySelector("textarea");
    const body = new FormData();
    body.set(name, value);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const address = this.getAttribute("url");
    try {
      const answer = await fetch(address, { method: "POST", body, signal: this.#asked.signal });
      this.querySelector(".preview").innerHTML = await answer.text();
    } catch (error) {
      if (error.name !== "AbortError") this.querySelector(".preview").textContent = "Not reached.";
    }
  };
}

customElements.define("live-preview", LivePreview);
