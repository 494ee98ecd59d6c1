// Reads the table beside a chart: one source for the eye, the ear and the canvas.

// Columns with data-draw, and per row its date, whether it is light, its values and its words.
export function readTable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const drawn = heads.flatMap((head, index) =>
    head.dataset.draw ? [{ index, draw: head.dataset.draw, label: head.textContent.trim() }] : [],
  );
  const rows = [...table.tBodies[0].rows].map((row) => ({
    date: row.querySelector("time").dateTime,
    light: "light" in row.dataset,
    values: drawn.map(({ index }) => valueOf(row.cells[index])),
    said: [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(", "),
  }));
  return { columns: drawn.map(({ draw, label }) => ({ draw, label })), rows };
}

function valueOf(cell) {
  const value = cell.querySelector("data")?.value;
  return value ? Number(value) : null;
}
