// Comforts only: every page works without this file.

// A menu closes when one looks elsewhere.
const menus = document.querySelectorAll("[data-menu]");
document.addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (menu.open && menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
});

// What cannot be undone is asked once more; what was sent is not sent twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) return event.preventDefault();
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Five times "please fill this in" tells nobody which field is meant.
for (const link of document.querySelectorAll("[data-problems] a")) {
  const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const label = field?.labels?.[0] ?? field?.querySelector("legend");
  if (label) link.prepend(`${label.firstChild.textContent.trim()} – `);
}

// A refused form begins with its problems; a phone has no room for open filters.
document.querySelector("[data-problems]")?.focus();
if (window.matchMedia("(max-width: 60rem)").matches)
  for (const facet of document.querySelectorAll("details.facet")) facet.open = facet.querySelector("[aria-current]") !== null;
