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

// A search box offers what may be meant while somebody types: a list that arrows walk through and Escape closes. What is
// chosen is gone to, or written into the field where it has a value.
for (const form of document.querySelectorAll("[data-suggest]")) {
  const field = form.querySelector("input");
  const said = document.createElement("p");
  const name = `${field.id}-suggestions`;
  let list, chosen, timer;
  let asking = new AbortController();

  said.className = "unseen";
  said.setAttribute("role", "status");
  form.append(said);
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": name }))
    field.setAttribute(key, value);

  const choose = (option) => {
    chosen?.setAttribute("aria-selected", "false");
    chosen = option;
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
  };
  // Past either end lies the field itself.
  const step = (by) => {
    const stops = [undefined, ...list.children];
    choose(stops.at((stops.indexOf(chosen) + by) % stops.length));
  };
  const close = () => {
    clearTimeout(timer);
    asking.abort();
    choose();
    list?.remove();
    list = undefined;
    said.textContent = "";
    field.setAttribute("aria-expanded", "false");
  };
  const show = (html) => {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    const next = answer.content.firstElementChild;
    choose();
    list?.remove();
    list = next.children.length ? next : undefined;
    said.textContent = next.dataset.said;
    field.setAttribute("aria-expanded", String(Boolean(list)));
    if (!list) return;
    list.id = name;
    for (const [place, option] of [...list.children].entries()) option.id = `${name}-${place}`;
    // A press must not take the focus away, or the list would be gone before it is let go.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const { value } = event.target.closest("[role=option]")?.dataset ?? {};
      if (value === undefined) return;
      event.preventDefault();
      field.value = value;
      close();
    });
    form.append(list);
  };
  const ask = async () => {
    asking.abort();
    const { signal } = (asking = new AbortController());
    const question = new URLSearchParams({ q: field.value, lang: document.documentElement.lang });
    try {
      const answer = await fetch(`${form.dataset.suggest}?${question}`, { signal });
      if (!answer.ok) return close();
      const html = await answer.text();
      if (!signal.aborted) show(html);
    } catch {
      if (!signal.aborted) close();
    }
  };

  field.addEventListener("input", () => {
    choose();
    clearTimeout(timer);
    asking.abort();
    if (field.value.trim()) timer = setTimeout(ask, 120);
    else close();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && list) step(by);
    else if (by === 1 && field.value.trim()) ask();
    else if (event.key === "Enter" && chosen) chosen.click();
    else if (event.key === "Escape" && list) close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  window.addEventListener("pagehide", close);
}

// What is typed into a long form is kept on the server, so that a lost net or a closed window costs nothing.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const said = form.querySelector("[data-draft-said]");
  let timer, sending, left;

  // `price[amount]` is `amount` within `price`; what stands there twice is a list.
  const written = () => {
    const whole = {};
    for (const [name, value] of new FormData(form)) {
      const path = name.split(/[[\]]+/).filter(Boolean);
      const last = path.pop();
      let place = whole;
      for (const step of path) place = place[step] ??= {};
      place[last] = last in place ? [place[last], value].flat() : value;
    }
    return JSON.stringify(whole);
  };
  let kept = document.querySelector("[data-problems]") ? "" : written();

  const keep = async (closing) => {
    clearTimeout(timer);
    const body = written();
    if (left || body === kept) return;
    sending?.abort();
    sending = new AbortController();
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "PUT", body, keepalive: closing, signal: closing ? undefined : sending.signal,
        headers: { "Content-Type": "application/json" },
      });
      if (!answer.ok) throw new Error(answer.status);
      kept = body;
      said.textContent = said.dataset.kept;
    } catch (error) {
      if (error.name === "AbortError") return;
      said.textContent = said.dataset.failed;
      timer = setTimeout(keep, 10000);
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 1200);
  });
  form.addEventListener("submit", () => {
    left = true;
    clearTimeout(timer);
    sending?.abort();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep(true);
  });
  window.addEventListener("online", () => keep());
  window.addEventListener("pageshow", () => (left = false));
  if (!kept) keep();
}
