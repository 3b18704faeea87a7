"use strict";
// Narrows the table of issues. Without it the page shows all of them.
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const rows = [...document.querySelectorAll("#issue-table > tbody > tr")];
  const find = document.getElementById("find");
  const selects = [...form.querySelectorAll("select")];
  const found = document.getElementById("found");
  const nothing = document.getElementById("nothing");

  const fits = (row, words) =>
    words.every((word) => row.dataset.search.includes(word)) &&
    selects.every((s) => s.value === "" || row.dataset[s.id] === s.value);

  const apply = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row, words);
      if (!row.hidden) shown++;
    }
    found.value = shown === rows.length ? `${rows.length} issues` : `${shown} of ${rows.length} issues`;
    nothing.hidden = shown > 0;
  };

  // A link such as report.html#issues&find=dob&severity=reject opens narrowed.
  const start = () => {
    const wanted = new URLSearchParams(location.hash.replace(/^#issues/, ""));
    if (wanted.has("find")) find.value = wanted.get("find");
    for (const s of selects) if (wanted.has(s.id)) s.value = wanted.get(s.id);
    apply();
    if ([...wanted].length) document.getElementById("issues").scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", start);
  start();
})();

// On paper nothing can be opened: what is folded is printed.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) {
    folded.open = true;
    folded.dataset.folded = "";
  }
});
addEventListener("afterprint", () => {
  for (const unfolded of document.querySelectorAll("details[data-folded]")) {
    unfolded.open = false;
    delete unfolded.dataset.folded;
  }
});
