// The stylesheet's tokens as chart colours, and the hatches that repeat what colour says.

const DAY = 864e5; // milliseconds

export function palette() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  return Object.fromEntries(
    ["paper", "raised", "ink", "quiet", "line", "ru", "cn", "river", "unsure"].map((name) => [name, token(name)]),
  );
}

// A hatch in the colour given: leaning left ("\") for Russia's side, right ("/") for China's.
export function hatch(colour, leaning, paper) {
  const size = 8;
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const pen = tile.getContext("2d");
  pen.fillStyle = colour;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = paper;
  pen.globalAlpha = 0.45;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    const [from, to] = leaning === "left" ? [0, size] : [size, 0];
    pen.moveTo(shift + 0, from);
    pen.lineTo(shift + size, to);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat");
}

// Opens the address of the point chosen by pointer, or by arrow keys and Enter; says each point as it is reached.
export function navigable(chart, points, spoken) {
  const canvas = chart.canvas;
  let at = -1;
  const reach = (index) => {
    at = index;
    const { dataset, index: place, text } = points[at];
    const active = [{ datasetIndex: dataset, index: place }];
    chart.setActiveElements(active);
    chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
    chart.update("none");
    spoken.textContent = text;
  };
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step && points.length) {
      event.preventDefault();
      reach(Math.min(Math.max(at + step, 0), points.length - 1));
    } else if (event.key === "Enter" && points[at] && points[at].address) {
      location.assign(points[at].address);
    }
  });
  canvas.addEventListener("click", (event) => {
    const [hit] = chart.getElementsAtEventForMode(event, "nearest", { intersect: true }, true);
    const point = hit && points.find((one) => one.dataset === hit.datasetIndex && one.index === hit.index);
    if (point && point.address) location.assign(point.address);
  });
}

// What all charts share: type, no animation, a pointer over what can be opened, and the tooltip's look.
export function common(colours) {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    onHover: (event, hits) => {
      event.native.target.style.cursor = hits.length ? "pointer" : "default";
    },
    interaction: { mode: "nearest", intersect: true },
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: colours.ink,
        titleColor: colours.paper,
        bodyColor: colours.paper,
        displayColors: false,
        padding: 10,
        cornerRadius: 4,
        titleFont: { weight: 600 },
      },
    },
  };
}

// The unit of a time axis: whole years, quarters, months or days, so that the labels fall on round dates.
function unitFor(span) {
  if (span > 4 * 365 * DAY) return "year";
  if (span > 540 * DAY) return "quarter";
  return span > 75 * DAY ? "month" : "day";
}

// A time axis whose labels come from Intl: the adapter's own month names are English only.
export function timeAxis(colours, bounds) {
  const language = document.documentElement.lang;
  const month = new Intl.DateTimeFormat(language, { month: "short" });
  const dayOfMonth = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
  const unit = unitFor(bounds.max - bounds.min);
  const label = (day) => {
    if (unit === "year") return String(day.getFullYear());
    return unit === "day" ? dayOfMonth.format(day) : `${month.format(day)} ${day.getFullYear()}`;
  };
  return {
    type: "time",
    time: { unit },
    ...bounds,
    grid: { color: colours.line, drawTicks: false },
    border: { display: false },
    ticks: { color: colours.quiet, maxRotation: 0, autoSkipPadding: 24, padding: 8, callback: (value) => label(new Date(value)) },
  };
}

// Axis bounds with some air around the days given.
export function around(days) {
  const times = days.map((day) => +new Date(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const air = Math.max((last - first) * 0.03, 5 * DAY);
  return { min: first - air, max: last + air };
}
