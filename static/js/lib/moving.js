// Moving a thing within a list, and from list to list.

// Where an item goes when an arrow key moves it: { list, index }, or null at the edge.
// `sizes` are the lengths of the lists from left to right.
export function moved(key, list, index, sizes) {
  if (key === "ArrowUp" && index > 0) return { list, index: index - 1 };
  if (key === "ArrowDown" && index < sizes[list] - 1) return { list, index: index + 1 };
  const side = { ArrowLeft: list - 1, ArrowRight: list + 1 }[key];
  if (side === undefined || side < 0 || side >= sizes.length) return null;
  return { list: side, index: Math.min(index, sizes[side]) };
}
