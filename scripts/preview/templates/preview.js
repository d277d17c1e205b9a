{
  const { version, events: address } = document.currentScript.dataset;
  const events = new EventSource(address);
  events.onmessage = (event) => {
    if (event.data !== version) location.reload();
  };
  addEventListener("pagehide", () => events.close());
}
