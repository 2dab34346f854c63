/* Everything in order, and the keys. */

function moveInList(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...document.querySelectorAll("#list a")];
  const at = links.indexOf(document.activeElement);
  if (step !== undefined && at >= 0 && links[at + step] !== undefined) {
    event.preventDefault();
    links[at + step].focus();
  }
}

function pressed(event) {
  const field = byId("filter");
  if (panel.node.open || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === "Escape" && document.activeElement === field) {
    field.value = "";
    field.dispatchEvent(new Event("input"));
  } else {
    moveInList(event);
  }
}

startTheme();
showHeader();
showTiles(choose);
showNotices();
startList();
startPanel();
document.addEventListener("keydown", pressed);
byId("main").removeAttribute("aria-busy");
