// Trade figures as quoted: a point at the end of the period it speaks of, a line along that period.

import { around, common, navigable, palette, timeAxis } from "./palette.js";

const SHAPES = { turnover: "rect", ru_to_cn: "circle", cn_to_ru: "rectRot" };
const COLOURS = { turnover: "river", ru_to_cn: "ru", cn_to_ru: "cn" };

const expected = (point) => point.status === "target" || point.status === "forecast";

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
  };
}

export function figures(canvas, data, spoken) {
  const colours = palette();
  const all = data.series.flatMap((series) => series.points);
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
  const pointOf = (item) => data.series[item.datasetIndex].points[item.dataIndex];
  const options = common(colours);
  options.scales = {
    x: timeAxis(colours, around(all.flatMap((point) => [point.start, point.end]))),
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
  const datasets = data.series.map((series) => dataset(series, colours));
  const chart = new Chart(canvas, { type: "scatter", data: { datasets }, options, plugins: [periods(data, colours)] });
  const points = data.series.flatMap((series, dataset) =>
    series.points.map((point, index) => ({ dataset, index, end: point.end, address: point.address, text: `${point.label}. ${point.detail}` })),
  );
  points.sort((a, b) => a.end.localeCompare(b.end));
  navigable(chart, points, spoken);
}
