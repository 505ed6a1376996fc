// Contacts in lanes by level: a dot for a day, a bar for a stretch, hollow where the date is inferred.

import { around, common, navigable, palette, timeAxis } from "./palette.js";

const ROW = 0.115; // of a lane's height, from one row of dots to the next

// 0, then alternately above and below the middle of the lane.
function offset(row) {
  return (row % 2 ? 1 : -1) * Math.ceil(row / 2) * ROW;
}

function middle(point) {
  return (+new Date(point.start) + +new Date(point.end)) / 2;
}

function shape(point) {
  if (point.status === "cancelled") return "crossRot";
  return point.status === "held" ? "circle" : "triangle";
}

// On a phone the first word has a line of its own.
function laneLabel(lane, narrow) {
  if (!lane) return "";
  const [first, ...rest] = lane.label.split(" ");
  return narrow && rest.length ? [first, rest.join(" ")] : lane.label;
}

// A stretch is drawn as its bar; only a cancelled one needs its cross as well.
function radius(point, size) {
  if (!point.exact && point.status !== "cancelled") return 0;
  return point.status === "held" ? size : size + 1;
}

// Draws the stretches beneath the dots, and the line of today.
function stretches(data, colours) {
  return {
    id: "stretches",
    beforeDatasetsDraw({ ctx, scales: { x, y }, chartArea }) {
      ctx.save();
      const today = x.getPixelForValue(new Date(data.today));
      if (today > chartArea.left && today < chartArea.right) {
        ctx.strokeStyle = colours.quiet;
        ctx.setLineDash([3, 3]);
        ctx.beginPath();
        ctx.moveTo(today, chartArea.top);
        ctx.lineTo(today, chartArea.bottom);
        ctx.stroke();
      }
      for (const point of data.points) {
        if (point.exact) continue;
        const [from, to] = [x.getPixelForValue(new Date(point.start)), x.getPixelForValue(new Date(point.end))];
        const level = y.getPixelForValue(point.lane + offset(point.row));
        ctx.beginPath();
        ctx.roundRect(from, level - 3, Math.max(to - from, 6), 6, 3);
        ctx.setLineDash(point.status === "held" ? [] : [3, 2]);
        ctx.fillStyle = ctx.strokeStyle = colours.river;
        ctx.globalAlpha = point.inferred || point.status !== "held" ? 1 : 0.55;
        if (point.inferred || point.status !== "held") ctx.stroke();
        else ctx.fill();
      }
      ctx.restore();
    },
  };
}

export function timeline(canvas, data, spoken) {
  const colours = palette();
  const hollow = (point) => point.inferred || point.status !== "held";
  const style = (pick) => (context) => pick(data.points[context.dataIndex] || data.points[0]);
  const narrow = canvas.parentElement.clientWidth < 600;
  const size = narrow || data.points.length > 150 ? 4 : 5;
  const dataset = {
    data: data.points.map((point) => ({ x: middle(point), y: point.lane + offset(point.row) })),
    pointStyle: style(shape),
    radius: style((point) => radius(point, size)),
    hoverRadius: size + 2,
    hitRadius: 8,
    borderWidth: style((point) => (hollow(point) ? 1.6 : 1)),
    // Filled dots keep a rim of paper, so that neighbours stay countable.
    borderColor: style((point) => (hollow(point) ? colours.river : colours.paper)),
    hoverBorderColor: colours.ink,
    backgroundColor: style((point) => (hollow(point) ? colours.paper : colours.river)),
  };
  const options = common(colours);
  options.scales = {
    x: timeAxis(colours, around(data.points.flatMap((point) => [point.start, point.end]))),
    y: {
      min: -0.5,
      max: data.lanes.length - 0.5,
      reverse: true,
      grid: { display: false },
      border: { display: false },
      afterBuildTicks: (axis) => {
        axis.ticks = data.lanes.map((_, index) => ({ value: index }));
      },
      ticks: { color: colours.ink, autoSkip: false, crossAlign: "far", callback: (value) => laneLabel(data.lanes[value], narrow) },
    },
  };
  options.plugins.tooltip.callbacks = {
    title: ([item]) => data.points[item.dataIndex].label,
    label: (item) => data.points[item.dataIndex].detail,
  };
  const chart = new Chart(canvas, { type: "scatter", data: { datasets: [dataset] }, options, plugins: [stretches(data, colours), lanes(data, colours)] });
  navigable(
    chart,
    data.points.map((point, index) => ({ dataset: 0, index, address: point.address, text: `${point.label}. ${point.detail}` })),
    spoken,
  );
}

// A rule between the lanes, so that a dot's level is read without a ruler.
function lanes(data, colours) {
  return {
    id: "lanes",
    beforeDraw({ ctx, scales: { y }, chartArea }) {
      ctx.save();
      ctx.strokeStyle = colours.line;
      for (let index = 0; index <= data.lanes.length; index += 1) {
        const level = Math.round(y.getPixelForValue(index - 0.5)) + 0.5;
        ctx.beginPath();
        ctx.moveTo(0, level);
        ctx.lineTo(chartArea.right, level);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
