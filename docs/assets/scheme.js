// Sets light or dark before anything is painted: as the reader chose, else as the system says.
(function () {
  var chosen = null;
  try { chosen = localStorage.getItem("huimin-scheme"); } catch (error) { /* storage is closed: go by the system */ }
  var dark = chosen ? chosen === "slate" : !!window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches;
  new MutationObserver(function (_, observer) {
    if (!document.body) return;
    document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
