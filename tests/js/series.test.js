import assert from "node:assert/strict";
import { test } from "node:test";
import { chartOptions, dayLabels } from "../../static/js/lib/chart-options.js";
import { rangeOf, seriesFrom } from "../../static/js/lib/series.js";

const WEEK = 7 * 86400;
const row = (date, values, light = false) => ({ date, values, light, said: date });
const COLUMNS = [{ draw: "dots" }, { draw: "line" }];

test("rows come in time order, one array per column", () => {
  const { data, said } = seriesFrom([row("1970-01-08", [70, 69]), row("1970-01-01", [65, null])], COLUMNS);
  assert.deepEqual(data, [[0, WEEK], [65, 70], [null, 69]]);
  assert.deepEqual(said, ["1970-01-01", "1970-01-08"]);
});

test("a row without a date is left out", () => {
  assert.deepEqual(seriesFrom([row("", [1, 1])], COLUMNS).data, [[], [], []]);
});

test("a light week reaches to the next row, and neighbours join", () => {
  const rows = [
    row("1970-01-01", [1]), row("1970-01-08", [1], true), row("1970-01-15", [1], true), row("1970-01-22", [1]),
  ];
  assert.deepEqual(seriesFrom(rows, [{}]).spans, [[WEEK, 3 * WEEK]]);
});

test("a range leaves air, also round a single value and for no data", () => {
  assert.deepEqual(rangeOf(60, 70), [58.5, 71.5]);
  assert.deepEqual(rangeOf(70, 70), [63, 77]);
  assert.deepEqual(rangeOf(0, 0), [-1, 1]);
  assert.deepEqual(rangeOf(null, null), [0, 1]);
});

test("dots are drawn without a line, lines without dots", () => {
  const colours = { dots: "grey", line: "green", fill: "white" };
  const { series } = chartOptions({ columns: COLUMNS, spans: [], colours, locale: "en-GB" });
  assert.equal(series.length, 3);
  assert.equal(series[1].paths(), null);
  assert.equal(series[1].points.show, true);
  assert.equal(series[2].points.show, false);
  assert.equal(series[2].stroke, "green");
});

test("a best is no circle, so that its shape tells it", () => {
  const columns = [{ draw: "dots" }, { draw: "best" }];
  const { series } = chartOptions({ columns, spans: [], count: 9, colours: {}, locale: "en-GB" });
  assert.equal(series[1].points.size, 9);
  assert.equal(series[1].points.paths, undefined);
  assert.equal(typeof series[2].points.paths, "function");
});

test("a label names the day, and the year where the chart covers years", () => {
  const label = dayLabels("en-GB", WEEK * 1000);
  assert.deepEqual(label({ data: [[0, WEEK]] }, [WEEK]), ["8 Jan"]);
  assert.deepEqual(label({ data: [[0, 60 * WEEK]] }, [WEEK]), ["Jan 1970"]);
  assert.deepEqual(dayLabels("en-GB", 60 * WEEK * 1000)({ data: [[0]] }, [WEEK]), ["Jan 1970"]);
});
