// The curators' page of an exercise's pictures loads this beside app.js.
import "./elements/picture-choice.js";
import "./elements/sort-list.js";
