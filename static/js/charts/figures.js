// Trade figures as quoted: a point at the end of the period it speaks of, a line along that period. Beneath them the
// official series: a line through the years, broken where a year has no figure, and a pale band for a part of a year.

import { around, common, navigable, palette, timeAxis } from "./palette.js";

const SHAPES = { turnover: "rect", ru_to_cn: "circle", cn_to_ru: "rectRot" };
const COLOURS = { turnover: "river", ru_to_cn: "ru", cn_to_ru: "cn" };

const expected = (point) => point.status === "target" || point.status === "forecast";

function bands(data, colours) {
  return {
    id: "bands",
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      ctx.save();
      ctx.lineWidth = 5;
      ctx.globalAlpha = 0.3;
      for (const series of data.official) {
        ctx.strokeStyle = colours[COLOURS[series.indicator]];
        for (const point of series.parts) {
          const level = y.getPixelForValue(point.value);
          ctx.beginPath();
          ctx.moveTo(x.getPixelForValue(new Date(point.start)), level);
          ctx.lineTo(x.getPixelForValue(new Date(point.end)), level);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

// One dataset for the years, which a line joins, and one for their parts, which none does.
function officialDatasets(series, colours) {
  const colour = colours[COLOURS[series.indicator]];
  const common = { label: "", borderColor: colour, backgroundColor: colours.paper, hoverBorderColor: colours.ink, hitRadius: 6, order: 1 };
  const points = (list) => list.map((point) => ({ x: +new Date(point.end), y: point.value }));
  const years = { ...common, type: "line", data: points(series.years), spanGaps: false, borderWidth: 1.6, radius: 2.2, hoverRadius: 5, pointBackgroundColor: colour };
  if (series.office !== "gacc") years.borderDash = [5, 3];
  return [years, { ...common, data: points(series.parts), pointStyle: "line", rotation: 90, radius: 3, hoverRadius: 6, borderWidth: 1.4 }];
}

function periods(data, colours) {
  return {
    id: "periods",
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      ctx.save();
      ctx.lineWidth = 1.4;
      ctx.globalAlpha = 0.6;
      for (const series of data.series) {
        ctx.strokeStyle = colours[COLOURS[series.indicator]] || colours.quiet;
        for (const point of series.points) {
          const level = y.getPixelForValue(point.value);
          ctx.setLineDash(expected(point) ? [4, 3] : []);
          ctx.beginPath();
          ctx.moveTo(x.getPixelForValue(new Date(point.start)), level);
          ctx.lineTo(x.getPixelForValue(new Date(point.end)), level);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

function dataset(series, colours) {
  const colour = colours[COLOURS[series.indicator]] || colours.quiet;
  return {
    label: series.label,
    data: series.points.map((point) => ({ x: +new Date(point.end), y: point.value })),
    pointStyle: SHAPES[series.indicator] || "triangle",
    radius: 5,
    hoverRadius: 7,
    hitRadius: 8,
    borderWidth: 1.8,
    borderColor: colour,
    hoverBorderColor: colours.ink,
    backgroundColor: series.points.map((point) => (expected(point) ? colours.paper : colour)),
    order: 0,
  };
}

export function figures(canvas, data, spoken) {
  const colours = palette();
  const lists = [...data.series.map((series) => series.points), ...data.official.flatMap((series) => [series.years, series.parts])];
  const quoted = data.series.flatMap((series) => series.points);
  // Of the official line only its points count, or a year of emptiness would stand before the first.
  const span = [...quoted.flatMap((point) => [point.start, point.end]), ...lists.flat().map((point) => point.end)];
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
  const pointOf = (item) => lists[item.datasetIndex][item.dataIndex];
  const options = common(colours);
  options.scales = {
    x: timeAxis(colours, around(span)),
    y: {
      beginAtZero: true,
      grace: "5%",
      title: { display: true, text: data.axis, color: colours.quiet, align: "end" },
      grid: { color: colours.line, drawTicks: false },
      border: { display: false },
      ticks: { color: colours.quiet, padding: 8, maxTicksLimit: 6, callback: (value) => format.format(value / data.scale) },
    },
  };
  options.plugins.tooltip.callbacks = {
    title: ([item]) => pointOf(item).label,
    label: (item) => pointOf(item).detail,
  };
  const datasets = [...data.series.map((series) => dataset(series, colours)), ...data.official.flatMap((series) => officialDatasets(series, colours))];
  const plugins = [bands(data, colours), periods(data, colours)];
  const chart = new Chart(canvas, { type: "scatter", data: { datasets }, options, plugins });
  const points = lists.flatMap((list, dataset) =>
    list
      .map((point, index) => ({ dataset, index, end: point.end, address: point.address, value: point.value, text: `${point.label}. ${point.detail}` }))
      .filter((point) => point.value !== null),
  );
  points.sort((a, b) => a.end.localeCompare(b.end));
  navigable(chart, points, spoken);
}
