// Every page's script: htmx (configured by <meta name="htmx-config">) and our elements.
import "htmx.org/dist/htmx.esm.js";
import "./elements/copy-text.js";
import "./elements/key-help.js";
import "./elements/key-shortcuts.js";
import "./elements/number-stepper.js";
import "./elements/open-folds.js";
import "./elements/play-loop.js";
import "./elements/print-page.js";
import "./elements/rest-timer.js";
import "./elements/show-password.js";
import "./elements/ticked-count.js";
import "./elements/time-zone.js";
import "./elements/toast-stack.js";
import "./elements/undo-toast.js";
import "./elements/word-fold.js";
