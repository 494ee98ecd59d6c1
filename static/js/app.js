// Every page's script: htmx (configured by <meta name="htmx-config">) and our elements.
import "htmx.org/dist/htmx.esm.js";
import "./elements/key-shortcuts.js";
import "./elements/number-stepper.js";
import "./elements/rest-timer.js";
import "./elements/show-password.js";
import "./elements/time-zone.js";
import "./elements/toast-stack.js";
import "./elements/undo-toast.js";

// A swap that takes the focused control away leaves the focus on the page: it goes on to the control
// that asks for it, as it would on a page of its own.
const regainFocus = () => {
  if (document.activeElement && document.activeElement !== document.body) return;
  document.querySelector("[autofocus], #log-now")?.focus();
};
document.addEventListener("htmx:afterSettle", () => setTimeout(regainFocus, 60));
