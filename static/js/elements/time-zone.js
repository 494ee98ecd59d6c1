// <time-zone><input type="hidden" name="time_zone"></time-zone>
// Fills its input with the browser's time zone. Without JavaScript the server takes UTC.
class TimeZone extends HTMLElement {
  connectedCallback() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) this.querySelector("input").value = zone;
  }
}

customElements.define("time-zone", TimeZone);
