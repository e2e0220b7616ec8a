// The switches in the header, the memory of the language chosen, and the phone's menu by keyboard; reading needs none of it.
(function () {
  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch (error) { /* storage is closed: it lasts for this page */ }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.hm-language");
    if (link) remember("huimin-language", link.hreflang.slice(0, 2));
  });

  function toggle(selector, isOn, set) {
    var button = document.querySelector(selector);
    if (!button) return;
    button.hidden = false;
    function show() { button.setAttribute("aria-pressed", String(isOn())); }
    button.addEventListener("click", function () { set(!isOn()); show(); });
    show();
  }

  var root = document.documentElement, body = document.body;
  toggle("button.hm-scheme", function () {
    return body.getAttribute("data-md-color-scheme") === "slate";
  }, function (dark) {
    body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    remember("huimin-scheme", dark ? "slate" : "default");
  });
  toggle("button.hm-large", function () {
    return root.classList.contains("hm-large-type");
  }, function (large) {
    root.classList.toggle("hm-large-type", large);
    remember("huimin-large", String(large));
  });

  // The theme opens its menu by a label, which the keyboard does not reach: a button takes its place.
  var drawer = document.getElementById("__drawer");
  var label = document.querySelector("label.md-header__button[for=__drawer]");
  if (drawer && label) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = label.className + " hm-menu";
    button.setAttribute("aria-label", root.lang === "en" ? "Menu" : "菜单");
    button.appendChild(label.firstElementChild);
    label.parentNode.replaceChild(button, label);
    var show = function () { button.setAttribute("aria-expanded", String(drawer.checked)); };
    var open = function (opened) {
      drawer.checked = opened;
      show();
      if (opened) document.querySelector(".md-nav--primary a.md-nav__link").focus();
      else button.focus();
    };
    drawer.addEventListener("change", show);
    button.addEventListener("click", function () { open(!drawer.checked); });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drawer.checked) open(false);
    });
    show();
  }
})();
