// The article page: j and k go from fact to fact, and the notes of the sentence at hand light up.

const sentences = [...document.querySelectorAll(".text .sentence[id]")];
const notes = [...document.querySelectorAll(".margin-note")];

function idsOf(sentence) {
  return [sentence.id, ...[...sentence.querySelectorAll(".anchor")].map((anchor) => anchor.id)];
}

function mark(sentence) {
  const ids = sentence ? idsOf(sentence) : [];
  for (const other of sentences) other.classList.toggle("current", other === sentence);
  for (const note of notes) note.classList.toggle("current", ids.includes(note.dataset.sentence));
}

function addressed() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return target && target.closest(".sentence");
}

function go(step) {
  const at = sentences.findIndex((sentence) => sentence.classList.contains("current"));
  const next = sentences[Math.min(Math.max(at + step, 0), sentences.length - 1)];
  if (!next) return;
  history.replaceState(null, "", `#${next.id}`);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
  mark(next);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "j") go(1);
  if (event.key === "k") go(-1);
});
addEventListener("hashchange", () => mark(addressed()));
if (addressed()) mark(addressed());
for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
