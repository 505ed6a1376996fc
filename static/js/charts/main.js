// Draws each chart of the page from the data beside it, and again when the theme changes.

import { banks } from "./banks.js";
import { figures } from "./figures.js";
import { timeline } from "./timeline.js";

const drawings = { timeline, figures, banks };

Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.font.size = 12;

function draw(figure) {
  const holder = figure.querySelector("[data-drawing]");
  const source = document.getElementById(figure.dataset.source);
  if (!holder || !source) return;
  const old = holder.querySelector("canvas");
  // A fresh canvas: the old one carries the listeners of the chart before.
  const canvas = old.cloneNode(false);
  const chart = Chart.getChart(old);
  if (chart) chart.destroy();
  old.replaceWith(canvas);
  drawings[figure.dataset.chart](canvas, JSON.parse(source.textContent), figure.querySelector("[data-spoken]"));
}

function drawAll() {
  document.querySelectorAll("[data-chart]").forEach(draw);
}

document.addEventListener("themechange", drawAll);
document.fonts.ready.then(drawAll);
