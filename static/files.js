// A file for the form: its name once it is chosen, a way to take it away again, and dropping it anywhere on the page.
(() => {
  "use strict";

  const input = () => document.getElementById("file");

  const show = () => {
    const chosen = document.querySelector("[data-chosen]");
    if (!chosen || !input()) return;
    const file = input().files[0];
    chosen.hidden = !file;
    chosen.querySelector("[data-name]").textContent = file ? file.name : "";
  };

  const take = (files) => {
    const one = new DataTransfer(); // of many, the first: one article at a time
    one.items.add(files[0]);
    input().files = one.files;
    show();
    input().form.querySelector("button.main").focus();
  };

  const hasFile = (event) => input() && event.dataTransfer?.types.includes("Files");
  const mark = (is) => document.getElementById("paste")?.classList.toggle("is-over", is);

  document.addEventListener("change", (event) => {
    if (event.target !== input()) return;
    show();
    if (input().files.length) input().form.querySelector("button.main").focus();
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-take-away]")) return;
    input().value = "";
    show();
    input().focus();
  });

  // Without this, the browser would leave the page, and what was typed on it, to show the file.
  document.addEventListener("dragover", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    mark(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) mark(false);
  });
  document.addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    mark(false);
    if (event.dataTransfer.files.length) take(event.dataTransfer.files);
  });

  // Some browsers keep the file when a page is loaded again; htmx puts a new form here.
  addEventListener("pageshow", show);
  document.addEventListener("htmx:after:swap", show);
})();
