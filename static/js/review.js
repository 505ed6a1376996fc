// Forms of reviews: names are completed while one types, and a row for another name is always there.

const names = document.getElementById("actor-names");
let asked = "";

async function complete(typed) {
  if (typed.length < 2 || typed === asked) return;
  asked = typed;
  const response = await fetch(`${names.dataset.source}?q=${encodeURIComponent(typed)}`);
  if (!response.ok || typed !== asked) return;
  const found = (await response.json()).names;
  names.replaceChildren(...found.map(({ name, note }) => new Option(note === name ? "" : note, name)));
}

function addRow(people) {
  const last = people.lastElementChild;
  if (!last.querySelector("[data-actors]").value) return;
  const row = last.cloneNode(true);
  for (const field of row.querySelectorAll("input, select")) field.value = "";
  people.append(row);
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-actors]")) return;
  complete(event.target.value.trim());
  const people = event.target.closest("[data-people]");
  if (people) addRow(people);
});

// A form that came back with an error, or was just opened, has the focus where one goes on writing.
const wrong = document.querySelector(".errors");
if (wrong) {
  const form = wrong.closest("form") || wrong;
  form.scrollIntoView({ block: "start" });
  const field = form.querySelector(".wrong :is(input:not([type=hidden]), select, textarea)");
  if (field) field.focus({ preventScroll: true });
}
for (const details of document.querySelectorAll("details.decision")) {
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector(".errors")) return;
    const field = details.querySelector("form :is(input:not([type=hidden]), select, textarea)");
    if (field) field.focus({ preventScroll: true });
  });
}
