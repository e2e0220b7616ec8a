// Keeps what a reader has opened, and the main lists, for reading without a network. Run by sw.js at the site's root, which
// says in `huimin` what is kept unasked, and by which digest. The network always comes first; a page that comes from here
// instead is marked (html[data-kept]) and says so.
(function () {
  "use strict";
  var site = self.registration.scope, own = self.huimin;
  var ours = "huimin-reading " + site + " ", mine = ours + own.version + " ";
  // The oldest go first. Some 6 MB of pages; files are mostly small parts.
  var LIMITS = { pages: 200, files: 400 };
  // So long a page that is kept waits for a network that does not answer.
  var PATIENCE = 4000;
  // Pages that came from here lately, by client: their files come from here too, so that they fit and nothing waits.
  var readers = [];

  function nothing() { return undefined; }

  function key(address) {
    var url = address.split("#")[0].split("?")[0];
    return url.slice(-1) === "/" ? url + "index.html" : url;
  }

  function isPage(response) { return /^text\/html\b/.test(response.headers.get("Content-Type") || ""); }

  function kept(url) {
    function from(kind) { return caches.match(url, { cacheName: mine + kind, ignoreVary: true }); }
    return from("pages").then(function (found) { return found || from("files"); })
      .then(function (found) { return found || from("lists"); });
  }

  function keep(kind, url, response) {
    // Never an error, nor what a proxy or a sign-in sends in a page's place from elsewhere.
    if (response.status !== 200 || response.type !== "basic" || response.redirected) return Promise.resolve();
    return caches.open(mine + kind).then(function (cache) {
      return cache.put(url, response).then(function () { return cache.keys(); }).then(function (all) {
        var over = all.slice(0, Math.max(0, all.length - LIMITS[kind]));
        return Promise.all(over.map(function (one) { return cache.delete(one); }));
      });
    }).catch(nothing); // the disk is full, say
  }

  function fresh(path) { return new Request(site + path, { cache: "no-cache" }); }

  // The main lists in the language of a page that was opened; they come whole or not at all.
  function stock(url) {
    var lists = own.lists[url.slice(site.length).split("/")[0]];
    if (!lists) return Promise.resolve();
    return caches.open(mine + "lists").then(function (cache) {
      return cache.match(site + lists[0]).then(function (there) { return there || cache.addAll(lists.map(fresh)); });
    }).catch(nothing);
  }

  function told(response) {
    var headers = new Headers(response.headers);
    headers.delete("Content-Encoding");
    headers.delete("Content-Length");
    return response.text().then(function (html) {
      return new Response(html.replace("<html", "<html data-kept"), { headers: headers });
    });
  }

  function absent() {
    var headers = { "Content-Type": "text/html; charset=utf-8" };
    return new Response(own.absent.split("{site}").join(site), { status: 503, headers: headers });
  }

  function page(event) {
    var url = key(event.request.url), keeping;
    // The browser's own cache is asked past, for it would not say that a page is old; unchanged ones come as a 304.
    var asked = { cache: "no-cache", credentials: "same-origin", redirect: "manual" };
    var network = fetch(event.request.url, asked).then(function (response) {
      if (isPage(response)) keeping = Promise.all([keep("pages", url, response.clone()), stock(url)]);
      return response;
    });
    event.waitUntil(network.then(function () { return keeping; }, nothing));
    function fallback() {
      return kept(url).then(function (found) {
        if (!found) return undefined;
        if (event.resultingClientId) readers = readers.concat(event.resultingClientId).slice(-50);
        return told(found);
      });
    }
    var late = new Promise(function (resolve) { setTimeout(resolve, PATIENCE); }).then(fallback);
    return Promise.race([
      network.catch(function () { return fallback().then(function (found) { return found || absent(); }); }),
      late.then(function (found) { return found || network.catch(absent); }),
    ]);
  }

  function file(event) {
    var url = key(event.request.url);
    function fetched() {
      return fetch(event.request).then(function (response) {
        event.waitUntil(keep("files", url, response.clone()));
        return response;
      });
    }
    if (readers.indexOf(event.clientId) >= 0) {
      return kept(url).then(function (found) { return found || fetched(); });
    }
    return fetched().catch(function () {
      return kept(url).then(function (found) { return found || Response.error(); });
    });
  }

  self.addEventListener("install", function (event) {
    self.skipWaiting();
    event.waitUntil(caches.open(mine + "lists").then(function (cache) { return cache.addAll(own.files.map(fresh)); }));
  });

  self.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return name.indexOf(ours) === 0 && name.indexOf(mine) !== 0 ? caches.delete(name) : undefined;
      }));
    }).then(function () { return self.clients.claim(); }));
  });

  self.addEventListener("fetch", function (event) {
    var request = event.request;
    if (request.method !== "GET" || request.url.indexOf(site) !== 0) return;
    if (request.mode === "navigate") event.respondWith(page(event));
    else if (/^(script|style|image|font)$/.test(request.destination)) event.respondWith(file(event));
  });

  // The first page came before there was a worker: it names itself and its files.
  self.addEventListener("message", function (event) {
    var named = event.data && Array.isArray(event.data.keep) ? event.data.keep.slice(0, 100) : [];
    event.waitUntil(Promise.all(named.map(function (address) {
      var url = key(String(address));
      if (url.indexOf(site) !== 0) return undefined;
      return fetch(url).then(function (response) {
        return Promise.all([keep(isPage(response) ? "pages" : "files", url, response), stock(url)]);
      }).catch(nothing);
    })));
  });
})();
