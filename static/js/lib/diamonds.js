// uPlot draws points as circles. A personal best is a diamond: told by its shape, not its colour.

const FILL_AND_STROKE = 3; // uPlot's flags for what a path is clipped to

// A builder for uPlot's points.paths, called with the indices to draw or with a range of them.
export function diamonds(plot, series, first, last, indices) {
  const [dates, values] = [plot.data[0], plot.data[series]];
  const drawn = indices ?? [...dates.keys()].slice(first, last + 1);
  const reach = (plot.series[series].points.size * devicePixelRatio) / 2;
  const path = new Path2D();
  for (const index of drawn) {
    if (values[index] === null) continue;
    const x = plot.valToPos(dates[index], "x", true);
    const y = plot.valToPos(values[index], "y", true);
    path.moveTo(x, y - reach);
    path.lineTo(x + reach, y);
    path.lineTo(x, y + reach);
    path.lineTo(x - reach, y);
    path.closePath();
  }
  return { stroke: path, fill: path, flags: FILL_AND_STROKE };
}
