// Turns days before and after a moment into dates, from the dates of the reader's own round. Nothing is kept or sent.
(function () {
  var form = document.querySelector("form.hm-dates");
  if (!form) return;

  function date(from, days) {
    var day = new Date(from + "T00:00:00Z");
    day.setUTCDate(day.getUTCDate() + days);
    return isNaN(day) ? "" : day.toISOString().slice(0, 10);
  }

  function show() {
    var today = new Date().toISOString().slice(0, 10);
    [].forEach.call(document.querySelectorAll("[data-anchor]"), function (dated) {
      var from = form.elements[dated.getAttribute("data-anchor")].value;
      var first = from ? date(from, Number(dated.getAttribute("data-from"))) : "";
      var last = from ? date(from, Number(dated.getAttribute("data-to"))) : "";
      var words = (first === last ? first : first + " – " + last) + (last && last < today ? " " + form.getAttribute("data-late") : "");
      var place = dated.classList.contains("hm-dated") ? dated : dated.parentNode.querySelector(".hm-dated");
      place.textContent = words;
      place.classList.toggle("hm-late", !!last && last < today);
    });
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show); });
  window.addEventListener("pageshow", show);
  // On paper every stretch is open.
  window.addEventListener("beforeprint", function () {
    [].forEach.call(document.querySelectorAll("details.hm-window"), function (window_) { window_.open = true; });
  });
})();
