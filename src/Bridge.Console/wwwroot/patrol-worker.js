// Keeps one notice for the time without a link, and nothing else: no task, no name and no unit is ever kept here.
"use strict";
const shelf = "patrol-notice-1";
const notice = "/_content/Bridge.Console/patrol-offline.html";
const looks = ["/_content/Bridge.Console/console.css", "/_content/Bridge.Console/posts.css"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shelf).then((kept) => kept.addAll([notice, ...looks])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== shelf).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(() => caches.match(notice)));
  } else if (looks.includes(path)) {
    event.respondWith(fetch(event.request).catch(() => caches.match(path)));
  }
});
