// The curator's desk under /manage/: what Django's admin site lacks.
import "./elements/live-preview.js";
