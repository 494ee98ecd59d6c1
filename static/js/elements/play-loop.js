// <play-loop data-moving="… 320w, … 640w"><img srcset="…"><a href="…">Play</a>
//   <button type="button" hidden><span class="start">…</span><span class="stop" hidden>…</span></button>
// </play-loop>
// Shows the still picture until its button is pressed, then the moving one, until it is pressed
// again. Nothing moves by itself. Without JavaScript the link opens the moving picture.
class PlayLoop extends HTMLElement {
  connectedCallback() {
    const { button } = this;
    button.hidden = false;
    this.querySelector("a").hidden = true;
    button.addEventListener("click", this.#turn);
  }

  disconnectedCallback() {
    this.button.removeEventListener("click", this.#turn);
    if (this.still) this.#turn();
  }

  get button() {
    return this.querySelector("button");
  }

  #turn = () => {
    const image = this.querySelector("img");
    const plays = !this.still;
    [image.srcset, this.still] = plays ? [this.dataset.moving, image.srcset] : [this.still, null];
    this.querySelector(".start").hidden = plays;
    this.querySelector(".stop").hidden = !plays;
  };
}

customElements.define("play-loop", PlayLoop);
