// Stepping a typed number without the rounding noise of floating point.

// What was typed, with a comma or a point; null where it is no number.
export function parsed(text) {
  const tidy = text.trim().replace(",", ".").replace("\u2212", "-");
  return tidy === "" || Number.isNaN(Number(tidy)) ? null : Number(tidy);
}

function decimals(number) {
  return (String(number).split(".")[1] ?? "").length;
}

// The next value up (direction 1) or down (-1), never outside min and max; an empty field starts
// at min. Steps are relative, so 51 and a step of 2.5 is 53.5. Where there are only these `values`
// (in order), it is the one nearest to a step further; beyond them, steps go on.
export function stepped(text, direction, { step = 1, min = -Infinity, max = Infinity, values = [] } = {}) {
  const typed = parsed(text);
  const further = values.filter((one) => typed !== null && (one - typed) * direction > 0);
  if (further.length) {
    const aim = typed + direction * step;
    return String(further.reduce((best, one) =>
      Math.abs(one - aim) < Math.abs(best - aim) ? one : best));
  }
  const value = typed ?? (Number.isFinite(min) ? min - direction * step : 0);
  const next = Math.min(max, Math.max(min, value + direction * step));
  return next.toFixed(Math.max(decimals(value), decimals(step)))
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}
