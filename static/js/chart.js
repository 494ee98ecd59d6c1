// Pages with a line over time load this beside app.js.
import "./elements/line-chart.js";
