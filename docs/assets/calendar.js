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
    [].forEach.call(document.querySelectorAll("[data-anchor]"), function (stretch) {
      var from = form.elements[stretch.getAttribute("data-anchor")].value;
      var first = from && date(from, Number(stretch.getAttribute("data-from")));
      var last = from && date(from, Number(stretch.getAttribute("data-to")));
      stretch.parentNode.querySelector("output").textContent = first === last ? first : first + " – " + last;
    });
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show); });
  window.addEventListener("pageshow", show);
})();
