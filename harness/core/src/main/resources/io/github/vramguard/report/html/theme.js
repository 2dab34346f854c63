/* Light or dark: as the system, unless the reader chose one. */

const THEMES = ["system", "light", "dark"];
const THEME_KEY = "vramguard-theme";
const darkSystem = matchMedia("(prefers-color-scheme: dark)");

/** Browsers may deny storage to local files. */
function storedTheme() {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
}

function storeTheme(theme) {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    return;
  }
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").replaceChildren(icon("theme"), el("span", {}, el("span", { class: "hidden" }, "Colours: "), theme[0].toUpperCase() + theme.slice(1)));
  document.dispatchEvent(new Event("theme"));
}

function startTheme() {
  const known = storedTheme();
  setTheme(THEMES.includes(known) ? known : THEMES[0]);
  byId("theme").addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
    storeTheme(next);
    setTheme(next);
  });
  darkSystem.addEventListener("change", () => document.dispatchEvent(new Event("theme")));
}

const colours = new Map();
document.addEventListener("theme", () => colours.clear());

/** The current value of a colour of the style sheet, for canvases. */
function colour(variable) {
  if (!colours.has(variable)) {
    colours.set(variable, resolved(variable));
  }
  return colours.get(variable);
}

function resolved(variable) {
  const probe = el("span");
  probe.style.color = `var(${variable})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
