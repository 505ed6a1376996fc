// Positions by topic: Russia's side to the left, China's to the right, as banks of a river.

import { common, hatch, navigable, palette } from "./palette.js";

// The next round number, so that both banks end on a tick: 33 gives 40, 7 gives 8.
function roundUp(count) {
  const step = count > 20 ? 10 ** Math.floor(Math.log10(count)) : 2;
  return Math.ceil(Math.max(count, 1) / step) * step;
}

export function banks(canvas, data, spoken) {
  const colours = palette();
  const fills = [hatch(colours.ru, "left", colours.paper), hatch(colours.cn, "right", colours.paper)];
  const signs = [-1, 1];
  const most = roundUp(Math.max(...data.topics.flatMap((topic) => topic.counts)));
  const datasets = data.sides.map((side, index) => ({
    label: side,
    data: data.topics.map((topic) => signs[index] * topic.counts[index]),
    backgroundColor: fills[index],
    borderColor: index ? colours.cn : colours.ru,
    borderWidth: 1,
    stack: "topic",
    barPercentage: 0.78,
    categoryPercentage: 0.9,
  }));
  const options = common(colours);
  options.indexAxis = "y";
  options.scales = {
    x: {
      min: -most,
      max: most,
      grid: { color: (line) => (line.tick.value === 0 ? colours.river : colours.line), lineWidth: (line) => (line.tick.value === 0 ? 3 : 1), drawTicks: false },
      border: { display: false },
      ticks: { color: colours.quiet, stepSize: most / 2, padding: 8, callback: (value) => Math.abs(value) },
    },
    y: { stacked: true, grid: { display: false }, border: { display: false }, ticks: { color: colours.ink, autoSkip: false, crossAlign: "far" } },
  };
  options.scales.x.stacked = true;
  options.plugins.tooltip.callbacks = { label: (item) => `${data.sides[item.datasetIndex]}: ${Math.abs(item.raw)}` };
  const chart = new Chart(canvas, { type: "bar", data: { labels: data.topics.map((topic) => topic.label), datasets }, options });
  const points = data.topics.flatMap((topic, index) =>
    [0, 1]
      .filter((side) => topic.counts[side])
      .map((side) => ({ dataset: side, index, address: topic.addresses[side], text: `${topic.label}, ${data.sides[side]}: ${topic.counts[side]}` })),
  );
  navigable(chart, points, spoken);
}
