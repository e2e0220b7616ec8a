// A term's definition beside it: on hover, on focus, or on the first tap; Escape closes it. Without script it is a title.
(function () {
  var terms = [].slice.call(document.querySelectorAll("a.hm-term"));
  if (!terms.length) return;
  var note = document.createElement("div");
  note.className = "hm-note";
  note.id = "hm-note";
  note.setAttribute("role", "tooltip");
  note.hidden = true;
  document.body.appendChild(note);
  var open = null, touched = false, leaving;

  function show(term) {
    clearTimeout(leaving);
    if (open === term) return;
    close();
    open = term;
    note.textContent = term.getAttribute("data-definition");
    note.hidden = false;
    term.setAttribute("aria-describedby", note.id);
    var place = term.getBoundingClientRect(), width = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(place.left, width - note.offsetWidth - 8));
    var below = place.bottom + note.offsetHeight + 8 < window.innerHeight;
    note.style.left = left + window.pageXOffset + "px";
    note.style.top = (below ? place.bottom + 4 : place.top - note.offsetHeight - 4) + window.pageYOffset + "px";
  }

  function close() {
    if (open) open.removeAttribute("aria-describedby");
    open = null;
    note.hidden = true;
  }

  function leave() { leaving = setTimeout(close, 200); }

  terms.forEach(function (term) {
    term.setAttribute("data-definition", term.title);
    term.removeAttribute("title");
    term.addEventListener("mouseenter", function () { if (!touched) show(term); });
    term.addEventListener("mouseleave", leave);
    term.addEventListener("focus", function () { if (!touched) show(term); });
    term.addEventListener("blur", leave);
    term.addEventListener("click", function (event) {
      if (touched && open !== term) { event.preventDefault(); show(term); }
    });
  });
  note.addEventListener("mouseenter", function () { clearTimeout(leaving); });
  note.addEventListener("mouseleave", leave);
  document.addEventListener("keydown", function (event) {
    touched = false;
    if (event.key === "Escape") close();
  });
  // Some browsers send no click from plain text, so what was pressed counts, and with what.
  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch";
    if (open && event.target !== open && !note.contains(event.target)) close();
  });
})();
