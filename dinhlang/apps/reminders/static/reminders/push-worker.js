// Runs in the browser when a message comes: one sentence, and the way to the list of reminders.
self.addEventListener("push", (event) => {
  const told = event.data ? event.data.json() : {};
  const shown = { body: told.body || "", tag: "nhac-viec", lang: told.lang || "vi", data: { url: told.url || "/nhac-viec/" } };
  event.waitUntil(self.registration.showNotification(told.title || "Đình Làng", shown));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data.url, self.location.origin);
  if (address.origin === self.location.origin) event.waitUntil(self.clients.openWindow(address.href));
});
