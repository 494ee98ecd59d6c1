// The builder page loads this beside app.js.
import "./elements/sort-list.js";
import "./elements/text-place.js";
