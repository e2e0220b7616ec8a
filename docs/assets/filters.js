// Filters of lists: what is chosen stands in the address, so that a link carries it. Without script the list stays whole.
(function () {
  [].forEach.call(document.querySelectorAll("button.hm-print"), function (button) {
    button.addEventListener("click", function () { window.print(); });
  });

  var form = document.querySelector("form.hm-filters");
  if (!form) return;
  var items = [].slice.call(document.querySelectorAll(".hm-filtered > *"));
  var selects = [].slice.call(form.querySelectorAll("select"));
  var output = form.querySelector("output");

  function has(item, name, value) {
    return (" " + item.getAttribute("data-" + name) + " ").indexOf(" " + value + " ") >= 0;
  }

  // A long list stands in pages; the first choice brings the rest of it, by part, and shows so many at a time.
  var list = document.querySelector(".hm-filtered[data-parts]");
  var parts = list ? Number(list.getAttribute("data-parts")) : 0;
  var limit = list ? items.length : Infinity, most = limit, more;
  window.huiminItems = function (html) {
    list.insertAdjacentHTML("beforeend", html);
    items = [].slice.call(list.children);
  };

  function bring(then) {
    if (!parts) return then();
    var waiting = parts;
    for (var n = 1; n <= parts; n++) {
      var script = document.createElement("script");
      script.src = list.getAttribute("data-part") + n + ".js";
      script.onload = script.onerror = function () { if (!--waiting) then(); };
      document.body.appendChild(script);
    }
    parts = 0;
    more = document.createElement("button");
    more.type = "button";
    more.className = "hm-more-button";
    more.textContent = list.getAttribute("data-more");
    more.addEventListener("click", function () { most += limit; show(); });
    list.parentNode.insertBefore(more, list.nextSibling);
    document.querySelector(".hm-pages").hidden = true;
  }

  // A choice that fits nothing in this list is no choice.
  selects.forEach(function (select) {
    [].slice.call(select.options, 1).forEach(function (option) {
      if (!parts && !items.some(function (item) { return has(item, select.name, option.value); })) select.remove(option.index);
    });
    if (select.options.length < 3 && !parts) select.parentNode.hidden = true;
  });

  function show() {
    var shown = 0;
    items.forEach(function (item) {
      var fits = selects.every(function (select) { return !select.value || has(item, select.name, select.value); });
      shown += fits ? 1 : 0;
      item.hidden = !fits || shown > most;
    });
    if (more) more.hidden = shown <= most;
    [].forEach.call(document.querySelectorAll(".hm-group"), function (group) {
      var n = group.querySelectorAll(".hm-filtered > :not([hidden])").length;
      var heading = group.querySelector("h2");
      var words = heading.querySelector("[data-words]");
      var jump = document.querySelector('.hm-jump a[href="#' + heading.id + '"]');
      group.hidden = !n;
      if (words) words.textContent = words.getAttribute("data-words").replace("{n}", n);
      if (jump) {
        jump.hidden = !n;
        if (jump.firstElementChild) jump.firstElementChild.textContent = n;
      }
    });
    output.textContent = shown
      ? form.getAttribute("data-count").replace("{n}", shown).replace("{all}", items.length)
      : form.getAttribute("data-none");
    form.classList.toggle("hm-active", shown < items.length);
  }

  function read() {
    var asked = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = asked.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    choose();
  }

  function choose() {
    most = limit;
    if (selects.some(function (select) { return select.value; })) bring(show);
    else show();
  }

  function write() {
    var asked = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) asked.set(select.name, select.value); });
    var query = asked.toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (error) { /* some browsers forbid it from a disc: the filter works, the address stays */ }
    choose();
  }

  form.hidden = false;
  form.addEventListener("change", write);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(write); });
  window.addEventListener("popstate", read);
  window.addEventListener("pageshow", read);
  read();
})();
