// The theme switch and the memory of the language chosen; everything else on these pages works without script.
(function () {
  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch (error) { /* storage is closed: it lasts for this page */ }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.hm-language");
    if (link) remember("huimin-language", link.hreflang.slice(0, 2));
  });

  var button = document.querySelector(".hm-scheme");
  function show() {
    button.setAttribute("aria-pressed", String(document.body.getAttribute("data-md-color-scheme") === "slate"));
  }
  if (button) {
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      var next = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
      document.body.setAttribute("data-md-color-scheme", next);
      remember("huimin-scheme", next);
      show();
    });
  }
})();
