// Filters and orders of lists: what is chosen stands in the address, so that a link carries it. Without script the list stays whole.
(function () {
  [].forEach.call(document.querySelectorAll("button.hm-print"), function (button) {
    button.addEventListener("click", function () { window.print(); });
  });

  var form = document.querySelector("form.hm-filters");
  if (!form) return;
  var items = [].slice.call(document.querySelectorAll(".hm-filtered > *"));
  var sort = form.querySelector("select[name=sort]");
  var selects = [].slice.call(form.querySelectorAll("select")).filter(function (select) { return select !== sort; });
  var output = form.querySelector("output");
  var list = document.querySelector(".hm-filtered");

  function values(item, name) { return (item.getAttribute("data-" + name) || "").split(" "); }
  function has(item, name, value) { return values(item, name).indexOf(value) >= 0; }

  // A long list stands in pages; the first choice brings the rest of it, by part, and shows so many at a time.
  var parts = Number(list && list.getAttribute("data-parts")) || 0;
  var limit = parts ? items.length : Infinity, most = limit, more;
  window.huiminItems = function (html) {
    list.insertAdjacentHTML("beforeend", html);
  };

  function bring(then) {
    if (!parts) return then();
    var waiting = parts;
    for (var n = 1; n <= parts; n++) {
      var script = document.createElement("script");
      script.src = list.getAttribute("data-part") + n + ".js";
      script.async = false; // the parts in their order
      script.onload = script.onerror = function () {
        if (--waiting) return;
        items = [].slice.call(list.children);
        then();
      };
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

  // Some choices depend on another, as a city does on its province: each is offered once the other is chosen.
  var dependent = selects.filter(function (select) { return select.getAttribute("data-within"); });
  dependent.forEach(function (select) {
    select.hmAll = [].slice.call(select.options, 1);
    select.hmOn = selects.filter(function (other) { return other.name === select.getAttribute("data-within"); })[0];
  });

  function narrow() {
    dependent.forEach(function (select) {
      var chosen = select.value;
      select.length = 1;
      select.hmAll.forEach(function (option) {
        if (option.getAttribute("data-of") === select.hmOn.value) select.add(option);
      });
      set(select, chosen);
      select.parentNode.hidden = select.length < 2;
    });
  }

  function set(select, value) {
    select.value = value || "";
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  // Each choice tells how many it would leave: an item counts where no other choice is against it, save one that would go with it.
  function count() {
    if (!form.hasAttribute("data-counted") || parts) return;
    var counts = selects.map(function () { return {}; });
    items.forEach(function (item) {
      var against = [];
      selects.forEach(function (select, n) {
        if (select.value && !has(item, select.name, select.value)) against.push(select);
      });
      selects.forEach(function (select, n) {
        if (!against.every(function (other) { return other === select || other.hmOn === select; })) return;
        values(item, select.name).forEach(function (value) { counts[n][value] = (counts[n][value] || 0) + 1; });
      });
    });
    selects.forEach(function (select, n) {
      [].slice.call(select.options, 1).forEach(function (option) {
        var number = counts[n][option.value] || 0;
        option.textContent = form.getAttribute("data-counted")
          .replace("{text}", option.getAttribute("data-text")).replace("{n}", number);
        option.disabled = !number && !option.selected;
      });
    });
  }

  // Orders besides that of the list itself; what is equal stays in its order.
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  var keys = {
    newest: function (item) { return -values(item, "year").reduce(function (most, year) { return Math.max(most, Number(year) || 0); }, 0); },
    place: function (item) { return item.getAttribute("data-place"); },
    title: function (item) { return item.querySelector("a").textContent; }
  };
  var order = "";

  function arrange() {
    var by = sort ? sort.value : "";
    if (by === order) return;
    order = by;
    var keyed = items.map(function (item, n) { return { item: item, n: n, key: by && keys[by](item) }; });
    if (by) keyed.sort(function (a, b) {
      return (typeof a.key === "number" ? a.key - b.key : collator.compare(a.key, b.key)) || a.n - b.n;
    });
    var all = document.createDocumentFragment();
    keyed.forEach(function (one) { all.appendChild(one.item); });
    list.appendChild(all);
  }

  function show() {
    var shown = 0;
    arrange();
    count();
    (order ? [].slice.call(list.children) : items).forEach(function (item) {
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
      if (!select.hmAll) set(select, asked.get(select.name));
    });
    dependent.forEach(function (select) {
      select.hmAll.forEach(function (option) {
        if (option.value === asked.get(select.name) && !select.hmOn.value) set(select.hmOn, option.getAttribute("data-of"));
      });
    });
    narrow();
    dependent.forEach(function (select) { set(select, asked.get(select.name)); });
    if (sort) set(sort, asked.get("sort"));
    choose();
  }

  function choose() {
    most = limit;
    if ((sort && sort.value) || selects.some(function (select) { return select.value; })) bring(show);
    else show();
  }

  function write() {
    var asked = new URLSearchParams();
    narrow();
    selects.concat(sort || []).forEach(function (select) { if (select.value) asked.set(select.name, select.value); });
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
