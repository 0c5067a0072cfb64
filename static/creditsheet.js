// Copying the credits as text or as CSV. Plain http has no navigator.clipboard: there the old command copies what is selected.
(() => {
  "use strict";

  const buttons = () => document.querySelectorAll("[data-copy-text]");
  const show = () => buttons().forEach((button) => { button.hidden = false; });

  const selected = (field) => {
    field.hidden = false;
    field.select();
    const copied = document.execCommand("copy");
    field.hidden = copied; // else it stays, selected, for Ctrl+C
    return copied;
  };

  const copy = async (field) => {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(field.value);
        return true;
      } catch (error) {
        console.info(error.name); // not allowed to: the old way may be
      }
    }
    return selected(field);
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy-text]");
    if (!button) return;
    const said = document.querySelector("[data-copied-text]");
    said.textContent = ""; // or a second copy would not be heard of
    const copied = await copy(document.getElementById(button.dataset.copyText));
    said.textContent = copied ? "Copied." : "Press Ctrl+C to copy what is selected.";
    if (copied) button.focus();
  });

  document.addEventListener("htmx:after:swap", show);
  show();
})();
