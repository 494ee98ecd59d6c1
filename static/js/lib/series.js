// From a table's rows to what the chart draws.

// Rows are { date, light, values, said }, one value or null per drawn column, in any order.
// Gives the x values in seconds and one array per column, the light weeks as spans of x, and what
// each point says.
export function seriesFrom(rows, columns) {
  const sorted = rows
    .map((row) => ({ ...row, x: Date.parse(row.date) / 1000 }))
    .filter((row) => !Number.isNaN(row.x))
    .sort((a, b) => a.x - b.x);
  const x = sorted.map((row) => row.x);
  const values = columns.map((_, column) => sorted.map((row) => row.values[column] ?? null));
  return { data: [x, ...values], spans: lightSpans(sorted), said: sorted.map((row) => row.said) };
}

// Neighbouring light rows are one span; it reaches to the next row, so one light week has width.
function lightSpans(rows) {
  const spans = [];
  rows.forEach((row, index) => {
    if (!row.light) return;
    const end = rows[index + 1]?.x ?? row.x;
    const last = spans.at(-1);
    if (last && last[1] === row.x) last[1] = end;
    else spans.push([row.x, end]);
  });
  return spans;
}

// A y range with air above and below, so that a line never lies on the frame.
export function rangeOf(min, max) {
  if (min === null || max === null) return [0, 1];
  const air = (max - min) * 0.15 || Math.abs(max) * 0.1 || 1;
  return [min - air, max + air];
}
