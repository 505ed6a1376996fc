// The article page: whoever may review marks words with the pointer or the keyboard, and adds the fact they report.

const button = document.querySelector("[data-mark]");
const paragraphs = "[data-start]";

// Offsets count characters as the server does, not UTF-16 units.
function offset(paragraph, node, inNode) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, inNode);
  return Number(paragraph.dataset.start) + [...range.toString()].length;
}

function paragraphOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element && element.closest(paragraphs);
}

function marked() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const first = paragraphOf(range.startContainer);
  const last = paragraphOf(range.endContainer) || first;
  if (!first || !selection.toString().trim()) return null;
  const start = offset(first, range.startContainer, range.startOffset);
  const end = paragraphOf(range.endContainer)
    ? offset(last, range.endContainer, range.endOffset)
    : Number(first.dataset.start) + [...first.textContent].length;
  return end > start ? { start, end } : null;
}

document.addEventListener("selectionchange", () => {
  const span = marked();
  button.classList.toggle("ready", Boolean(span));
  const address = new URL(button.href);
  address.search = span ? new URLSearchParams(span).toString() : "";
  button.href = address.href;
});
