// What every page has: the switch between light and dark, and filter menus that close.

const switcher = document.querySelector("[data-theme-switch]");

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

if (switcher) {
  switcher.hidden = false;
  switcher.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    // A cookie, so that the server sends the next page in the right theme and nothing flashes.
    document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
    document.dispatchEvent(new Event("themechange"));
  });
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new Event("themechange")));

// On a phone the sections scroll sideways: the one at hand is brought into view.
const current = document.querySelector(".sections [aria-current]");
if (current) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft - 60;

const chips = [...document.querySelectorAll(".chip")];
document.addEventListener("click", (event) => {
  for (const chip of chips) if (!chip.contains(event.target)) chip.open = false;
});
document.addEventListener("keydown", (event) => {
  const open = chips.find((chip) => chip.open);
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
