// Sets light or dark and large type before anything is painted: as the reader chose, else as the system says.
(function () {
  function chosen(key) {
    try { return localStorage.getItem(key); } catch (error) { return null; /* storage is closed: go by the system */ }
  }
  var scheme = chosen("huimin-scheme");
  var dark = scheme ? scheme === "slate" : !!window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches;
  if (chosen("huimin-large") === "true") document.documentElement.classList.add("hm-large-type");
  new MutationObserver(function (_, observer) {
    if (!document.body) return;
    document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
