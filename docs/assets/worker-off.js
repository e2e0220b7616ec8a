// In sw.js's place where reading without a network is turned off: frees readers whose browser still keeps pages.
(function () {
  "use strict";
  var ours = "huimin-reading " + self.registration.scope + " ";
  self.addEventListener("install", function () { self.skipWaiting(); });
  self.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) { return name.indexOf(ours) === 0 && caches.delete(name); }));
    }).then(function () { return self.registration.unregister(); }));
  });
})();
