// uPlot's options in our look. Pure: colours, size and data come in, options go out.
import { rangeOf } from "./series.js";

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const DAY = 86400;

function series({ draw, label }, colours) {
  const colour = colours[draw];
  if (draw === "line") return { label, stroke: colour, width: 2.5, spanGaps: true, points: { show: false } };
  if (draw === "plan") return { label, stroke: colour, width: 2, dash: [5, 5], spanGaps: true, points: { show: false } };
  const best = draw === "best";
  const points = { show: true, size: best ? 11 : 9, width: 2, stroke: colour, fill: best ? colour : colours.fill };
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

// columns: [{ draw: "line" | "dots" | "best" | "plan", label }]; spans: see lightSpans.
export function chartOptions({ width, height, columns, spans, colours, locale, onCursor }) {
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
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
        incrs: [1, 2, 7, 14, 28, 56, 91, 182, 364].map((days) => days * DAY),
        values: (_, ticks) => ticks.map((seconds) => day.format(seconds * 1000)),
      }),
      axis(colours, { size: 40, space: 36 }),
    ],
    series: [{}, ...columns.map((column) => series(column, colours))],
    hooks: { drawClear: [shading(spans, colours.light)], setCursor: [onCursor] },
  };
}
