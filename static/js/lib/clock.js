// Seconds as people read them. All functions take what they need to know, the time included.

// 84 is "1:24"; negative is time past the end: -12 is "+0:12".
export function clock(seconds) {
  const whole = Math.abs(Math.trunc(seconds));
  const text = `${Math.trunc(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  return seconds < 0 ? `+${text}` : text;
}

// Whole seconds from `now` until `ends`, both in milliseconds; a started second still counts.
export function secondsLeft(ends, now) {
  return Math.ceil((ends - now) / 1000);
}

// For people who listen: "1 minute 24 seconds left", "over by 12 seconds".
export function spoken(seconds) {
  const whole = Math.abs(seconds);
  const parts = [
    [Math.trunc(whole / 60), "minute"],
    [whole % 60, "second"],
  ]
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? "" : "s"}`);
  if (parts.length === 0) return "over";
  return seconds < 0 ? `over by ${parts.join(" ")}` : `${parts.join(" ")} left`;
}

// How much of the rest is left, 0 to 100, in steps of `step` seconds.
export function percentLeft(left, total, step = 1) {
  if (total <= 0) return 0;
  const stepped = Math.ceil(Math.max(0, left) / step) * step;
  return Math.min(100, (stepped / total) * 100);
}
