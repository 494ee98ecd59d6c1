// The chart's colours in the present theme.

const INKS = ["ink", "grid", "line", "dots", "best", "plan", "fill", "light"];

// Canvas knows no custom properties: chart.css gives each ink as the colour of a class.
export function inksOf(frame) {
  const probe = frame.appendChild(document.createElement("span"));
  const entries = INKS.map((ink) => {
    probe.className = ink;
    return [ink, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries);
}
