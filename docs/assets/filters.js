// Filters of lists: what is chosen stands in the address, so that a link carries it. Without script the list stays whole.
(function () {
  var form = document.querySelector("form.hm-filters");
  if (!form) return;
  var items = [].slice.call(document.querySelectorAll(".hm-filtered > *"));
  var selects = [].slice.call(form.querySelectorAll("select"));
  var output = form.querySelector("output");

  function fits(item) {
    return selects.every(function (select) {
      return !select.value || (" " + item.getAttribute("data-" + select.name) + " ").indexOf(" " + select.value + " ") >= 0;
    });
  }

  function show() {
    var shown = 0;
    items.forEach(function (item) {
      item.hidden = !fits(item);
      shown += item.hidden ? 0 : 1;
    });
    [].forEach.call(document.querySelectorAll(".hm-group"), function (group) {
      group.hidden = !group.querySelector(".hm-filtered > :not([hidden])");
    });
    output.textContent = shown
      ? form.getAttribute("data-count").replace("{n}", shown).replace("{all}", items.length)
      : form.getAttribute("data-none");
  }

  function read() {
    var asked = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = asked.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    show();
  }

  function write() {
    var asked = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) asked.set(select.name, select.value); });
    var query = asked.toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (error) { /* some browsers forbid it from a disc: the filter works, the address stays */ }
    show();
  }

  form.hidden = false;
  form.addEventListener("change", write);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(write); });
  window.addEventListener("popstate", read);
  window.addEventListener("pageshow", read);
  read();
})();
