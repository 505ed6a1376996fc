// Keeps the page of an upload up to date: asks for its changing part every second until all is over.
"use strict";

const place = document.getElementById("progress");
const lost = document.getElementById("progress-lost");

async function refresh() {
  try {
    const response = await fetch(place.dataset.stateUrl, { credentials: "same-origin" });
    if (!response.ok || response.redirected) throw new Error(response.statusText);
    const html = await response.text();
    if (html !== refresh.last) {
      place.innerHTML = html; // rendered and escaped by the server
      refresh.last = html;
    }
    lost.hidden = true;
  } catch {
    lost.hidden = false;
  }
  plan();
}

function plan() {
  if (document.getElementById("progress-state").dataset.over !== "yes") setTimeout(refresh, 1000);
}

plan();
