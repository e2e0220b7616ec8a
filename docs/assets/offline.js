// Lets the browser keep pages (worker.js) and put the site on the start screen. Browsers do so by https alone, or on the
// machine itself; from a disc nothing is asked for, for they would refuse even the manifest, with an error on the console.
(function () {
  if (!/^https?:$/.test(location.protocol)) return;
  var root = document.currentScript.src.replace(/assets\/offline\.js.*$/, "");
  var manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.crossOrigin = "use-credentials";
  manifest.href = root + "assets/guide." + document.documentElement.lang.slice(0, 2) + ".webmanifest";
  document.head.appendChild(manifest);

  if (!("serviceWorker" in navigator)) return;
  addEventListener("load", function () {
    var isFirst = !navigator.serviceWorker.controller;
    navigator.serviceWorker.register(root + "sw.js", { updateViaCache: "none" }).then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (registration) {
      if (!isFirst) return;
      var files = performance.getEntriesByType("resource").map(function (entry) { return entry.name; });
      registration.active.postMessage({ keep: [location.href].concat(files) });
    }).catch(function () { /* the browser keeps nothing here: the site is read with a network */ });
  });
})();
