"use strict";
// Without script everything is shown; with it, one field or one kit can be looked at by itself.
const field = document.getElementById("field"), kit = document.getElementById("kit"), fold = document.getElementById("fold");
const kits = [...document.querySelectorAll(".kit")];
function filter() {
  const wanted = kit.value.trim().toLowerCase();
  for (const one of kits) {
    let any = false;
    for (const part of one.querySelectorAll(".field")) {
      part.hidden = field.value !== "" && part.dataset.field !== field.value;
      any ||= !part.hidden;
    }
    one.hidden = !any || !one.dataset.name.includes(wanted);
  }
}
field.addEventListener("change", filter);
kit.addEventListener("input", filter);
fold.addEventListener("click", () => {
  const open = fold.textContent === "Unfold all";
  for (const one of kits) one.open = open;
  fold.textContent = open ? "Fold all" : "Unfold all";
});
filter();
