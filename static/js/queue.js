// The queue by keyboard: j and k go on and back, a accepts, r opens the rejection, o opens the fact, u undoes the last.

const rows = [...document.querySelectorAll(".queue-row")];

function at() {
  return rows.findIndex((row) => row.classList.contains("current"));
}

function go(row, block = "nearest") {
  if (!row) return;
  for (const other of rows) other.classList.toggle("current", other === row);
  row.focus({ preventScroll: true });
  if (block) row.scrollIntoView({ block });
}

const actions = {
  j: () => go(rows[Math.min(at() + 1, rows.length - 1)]),
  k: () => go(rows[Math.max(at() - 1, 0)]),
  a: (row) => row && row.querySelector("[data-accept] button").click(),
  r: (row) => {
    const rejection = row && row.querySelector("[data-reject]");
    if (!rejection) return;
    rejection.open = true;
    rejection.querySelector("[name=reason]").focus();
  },
  o: (row) => row && row.querySelector("[data-open]").click(),
  u: () => {
    const undo = document.querySelector("[data-last] .undo");
    if (undo) undo.click();
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) {
    if (event.key === "Escape") go(event.target.closest(".queue-row"));
    return;
  }
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action(rows[at()]);
});
for (const row of rows) row.addEventListener("focusin", () => at() !== rows.indexOf(row) && go(row, null));
for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
// After a decision the page comes back at the next fact.
go(rows.find((row) => `#${row.id}` === location.hash) || (location.hash ? rows[0] : undefined), "center");
