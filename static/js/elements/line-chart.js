// <line-chart label="Seal row, best estimate, 64.9 to 70.0 kg" height="240">…<table>…</line-chart>
// Draws the first table inside it. A <th data-draw="line|dots|best|plan"> marks a column to draw;
// rows have <time datetime> and <data value>, <tr data-light> is a light or ill week. Arrow keys
// go from point to point. Without JavaScript the table is the chart.
import uPlot from "uplot";
import { chartOptions } from "../lib/chart-options.js";
import { inksOf } from "../lib/inks.js";
import { seriesFrom } from "../lib/series.js";
import { readTable } from "../lib/table.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");

class LineChart extends HTMLElement {
  #frame;
  #plot;
  #size = new ResizeObserver(() => this.#fit());
  #theme = new MutationObserver(() => this.#draw());

  connectedCallback() {
    this.#frame = document.createElement("div");
    this.#frame.className = "linechart";
    this.#frame.tabIndex = 0;
    this.#frame.role = "img";
    this.#frame.ariaLabel = this.getAttribute("label");
    this.#frame.addEventListener("keydown", this.#key);
    this.prepend(this.#frame);
    this.#draw();
    this.#size.observe(this.#frame);
    this.#theme.observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
    DARK.addEventListener("change", this.#draw);
  }

  disconnectedCallback() {
    DARK.removeEventListener("change", this.#draw);
    this.#theme.disconnect();
    this.#size.disconnect();
    this.#plot.destroy();
    this.#frame.remove();
  }

  #draw = () => {
    this.#plot?.destroy();
    const output = document.createElement("output");
    this.#frame.replaceChildren(output);
    const { columns, rows } = readTable(this.querySelector("table"));
    const { data, spans, said } = seriesFrom(rows, columns);
    const options = chartOptions({
      ...this.#box(),
      columns,
      spans,
      count: data[0].length,
      colours: inksOf(this.#frame),
      locale: document.documentElement.lang,
      now: Date.now(),
      onCursor: ({ cursor }) => (output.textContent = said[cursor.idx] ?? ""),
    });
    this.#plot = new uPlot(options, data, this.#frame);
  };

  #box() {
    const height = Number(this.getAttribute("height") ?? 240);
    return { width: Math.max(this.#frame.clientWidth, 200), height };
  }

  #fit() {
    if (this.#plot.width !== this.#box().width) this.#plot.setSize(this.#box());
  }

  #key = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const dates = this.#plot.data[0];
    const from = this.#plot.cursor.idx ?? (by > 0 ? -1 : dates.length);
    const to = Math.min(dates.length - 1, Math.max(0, from + by));
    this.#plot.setCursor({ left: this.#plot.valToPos(dates[to], "x"), top: 0 });
  };
}

customElements.define("line-chart", LineChart);
