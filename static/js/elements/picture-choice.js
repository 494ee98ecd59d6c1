// <picture-choice data-most="bytes" data-too-large="words"><input type="file">
//   <p role="status"></p><canvas hidden></canvas></picture-choice>
// Draws the chosen picture, and refuses one that is too large before it is sent. What the browser
// cannot draw is sent all the same: the server says what it is.
const WIDEST = 640;

class PictureChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this.#show);
  }

  disconnectedCallback() {
    this.removeEventListener("change", this.#show);
  }

  #show = async ({ target }) => {
    const [file] = target.files;
    const tooLarge = file?.size > Number(this.dataset.most);
    this.querySelector("[role=status]").textContent = tooLarge ? this.dataset.tooLarge : "";
    if (tooLarge) target.value = "";
    const canvas = this.querySelector("canvas");
    canvas.hidden = true;
    if (!file || tooLarge) return;
    const bitmap = await createImageBitmap(file, { resizeWidth: WIDEST }).catch(() => null);
    if (!bitmap || target.files[0] !== file) return;
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    canvas.hidden = false;
  };
}

customElements.define("picture-choice", PictureChoice);
