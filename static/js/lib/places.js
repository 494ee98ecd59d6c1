// Places in a text: lines and columns count from 1.

export function offsetOf(text, line, column) {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).join("\n").length;
  return Math.min(before + (line > 1 ? 1 : 0) + column - 1, text.length);
}

// The word that begins at an offset.
export function wordAt(text, at) {
  return text.slice(at).match(/^\S*/)[0];
}
