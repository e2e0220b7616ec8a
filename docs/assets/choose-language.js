// Leads from the root to the language the reader chose before, else to the browser's. Runs only there.
(function () {
  var chosen = null;
  try { chosen = localStorage.getItem("huimin-language"); } catch (error) { /* storage is closed: go by the browser */ }
  if (chosen !== "zh" && chosen !== "en") {
    chosen = /^zh\b/i.test((navigator.languages && navigator.languages[0]) || navigator.language || "zh") ? "zh" : "en";
  }
  location.replace(chosen + "/index.html");
})();
