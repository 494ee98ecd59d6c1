// uPlot's options in our look. Pure: colours, size and data come in, options go out.
import { diamonds } from "./diamonds.js";
import { rangeOf } from "./series.js";

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const DAY = 86400;
const CROWD = 150; // points from which on dots are small
const LONG = 400 * DAY; // from which on a day's label needs its year more than its day

function series({ draw, label }, colours, dot) {
  const colour = colours[draw];
  if (draw === "line") return { label, stroke: colour, width: 2.5, spanGaps: true, points: { show: false } };
  if (draw === "plan") return { label, stroke: colour, width: 2, dash: [5, 5], spanGaps: true, points: { show: false } };
  const best = draw === "best";
  const points = { show: true, size: best ? 14 : dot, width: 2, stroke: colour, fill: best ? colour : colours.fill };
  if (best) Object.assign(points, { stroke: colours.fill, paths: diamonds });
  return { label, stroke: colour, paths: () => null, points };
}

function axis(colours, more) {
  return {
    stroke: colours.ink,
    font: FONT,
    ticks: { show: false },
    grid: { stroke: colours.grid, width: 1 },
    ...more,
  };
}

// Light and ill weeks lie behind the grid as pale bands.
function shading(spans, colour) {
  return (plot) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.fillStyle = colour;
    for (const [from, to] of spans) {
      const left = Math.max(bbox.left, plot.valToPos(from, "x", true));
      const right = Math.min(bbox.left + bbox.width, plot.valToPos(to, "x", true));
      ctx.fillRect(left, bbox.top, Math.max(right - left, 2), bbox.height);
    }
    ctx.restore();
  };
}

// Labels of the time axis: 5 May, or May 2021 where the chart covers years or lies years back.
export function dayLabels(locale, now) {
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  return ({ data: [dates] }, ticks) => {
    const last = dates.at(-1);
    const format = last - dates[0] > LONG || now / 1000 - last > LONG ? month : day;
    return ticks.map((seconds) => format.format(seconds * 1000));
  };
}

// columns: [{ draw: "line" | "dots" | "best" | "plan", label }]; spans: see lightSpans; count: of
// points.
export function chartOptions({ width, height, columns, spans, count, colours, locale, now, onCursor }) {
  const dot = count > CROWD ? 5 : 9;
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: false }, y: { range: (_, min, max) => rangeOf(min, max) } },
    axes: [
      axis(colours, {
        grid: { show: false },
        size: 28,
        space: 64,
        incrs: [1, 2, 7, 14, 28, 56, 91, 182, 365, 730, 1825].map((days) => days * DAY),
        values: dayLabels(locale, now),
      }),
      axis(colours, { size: 40, space: 36 }),
    ],
    series: [{}, ...columns.map((column) => series(column, colours, dot))],
    hooks: { drawClear: [shading(spans, colours.light)], setCursor: [onCursor] },
  };
}
