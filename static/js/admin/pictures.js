/* Pictures in forms: one that is chosen is shown and judged before it is sent; its focal point is set by a click or by
   arrow keys, beside the crops that the site makes; several stills are dropped at once, each into a row of its own.
   Fields are told by data attributes (catalogue/admin/pictures.py). */
(() => {
  "use strict";
  const SHOWN = 640; // pixels of the longer side
  const STEP = 10; // per cent: as fine as the site crops
  const MEGABYTE = 1024 * 1024;
  const element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
  };
  const within = (value) => Math.min(100, Math.max(0, Math.round(value / STEP) * STEP));
  const filled = (words, values) => words.replace(/%\((\w+)\)[sd]|\{(\w+)\}/g, (_all, a, b) => values[a || b]);

  function drawn(bitmap) {
    const canvas = document.createElement("canvas");
    const scale = Math.min(1, SHOWN / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function copy(picture) {
    if (picture.tagName === "CANVAS") return drawn(picture);
    const made = new Image();
    made.src = picture.src;
    made.alt = "";
    return made;
  }

  class Picture {
    constructor(input) {
      this.input = input;
      this.words = input.dataset;
      const name = input.name.replace(/^.*-/, "");
      const around = input.closest(".row, fieldset");
      this.place = around.querySelector(`.field-${name}_preview .readonly`) || around.querySelector(`.field-${name}_preview`);
      if (!this.place) return;
      this.before = [...this.place.childNodes].map((node) => node.cloneNode(true));
      if (this.words.focal) this.numbers = ["x", "y"].map((axis) => this.number(axis));
      this.show(this.place.querySelector("img"));
      input.addEventListener("change", () => this.chosen());
    }

    /* The numbers are for pages without script. */
    number(axis) {
      const field = document.getElementsByName(this.input.name.replace(/[^-]+$/, `${this.words.focal}_${axis}`))[0];
      const box = field?.closest(".fieldBox")?.parentElement;
      if (box) box.hidden = true;
      return field;
    }

    async chosen() {
      const [file] = this.input.files;
      this.input.parentElement.querySelector(".picture-refused")?.remove();
      if (!file) {
        this.place.replaceChildren(...this.before.map((node) => node.cloneNode(true)));
        this.show(this.place.querySelector("img"));
        return;
      }
      let bitmap = null;
      try {
        bitmap = await createImageBitmap(file);
      } catch { /* No picture that a browser knows: the server says what it is. */ }
      if (this.input.files[0] !== file) return;
      this.place.replaceChildren();
      this.judge(file, bitmap);
      if (!bitmap) return;
      const canvas = drawn(bitmap);
      canvas.className = "picture-preview";
      this.place.append(canvas, `${bitmap.width} × ${bitmap.height}\u00a0px`);
      if (this.numbers) this.numbers.forEach((field) => { if (field) field.value = 50; });
      this.show(canvas, bitmap);
      bitmap.close();
    }

    judge(file, bitmap) {
      const { most, longer, shorter, heavyWords, smallWords } = this.words;
      let said = "";
      if (file.size > most) {
        const found = (Math.ceil(file.size * 10 / MEGABYTE) / 10).toLocaleString(document.documentElement.lang);
        said = filled(heavyWords, { found, limit: most / MEGABYTE });
      } else if (bitmap) {
        const { width, height } = bitmap;
        const isSmall = Math.max(width, height) < longer || Math.min(width, height) < shorter;
        if (isSmall) said = filled(smallWords, { width, height, longer, shorter });
      }
      if (!said) return;
      const told = element("p", "picture-refused", said);
      told.setAttribute("role", "alert");
      this.input.after(told);
    }

    show(picture, { width, height } = picture ? { width: picture.getAttribute("width"), height: picture.getAttribute("height") } : {}) {
      if (!picture || !this.numbers?.every(Boolean)) return;
      const frame = element("span", "focal__picture");
      picture.replaceWith(frame);
      const isWhole = this.words.wholeWords && height * 6 > width * 5; // as in components/gallery.html
      if (isWhole) {
        frame.append(picture);
        frame.after(element("p", "focal__whole", this.words.wholeWords));
        return;
      }
      this.point = element("button", "focal__point");
      this.point.type = "button";
      frame.append(picture, this.point);
      this.crops = JSON.parse(this.words.crops).map(([shape, where]) => {
        const cropped = copy(picture);
        cropped.style.aspectRatio = shape;
        return [cropped, element("figure", "focal__crop", cropped, element("figcaption", "", where))];
      });
      frame.after(element("span", "focal__crops", ...this.crops.map(([, figure]) => figure)));
      frame.addEventListener("click", (event) => {
        if (event.detail === 0) return; // by key
        const box = frame.getBoundingClientRect();
        this.set((event.clientX - box.left) / box.width * 100, (event.clientY - box.top) / box.height * 100);
        this.point.focus();
      });
      this.point.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
        if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        const [x, y] = this.numbers.map((field) => Number(field.value));
        this.set(x + step[0], y + step[1]);
      });
      this.tell();
    }

    set(...values) {
      this.numbers.forEach((field, axis) => { field.value = within(values[axis]); });
      this.numbers[0].dispatchEvent(new Event("input", { bubbles: true }));
      this.tell();
    }

    tell() {
      const [x, y] = this.numbers.map((field) => within(Number(field.value)));
      this.point.style.left = `${x}%`;
      this.point.style.top = `${y}%`;
      this.point.setAttribute("aria-label", filled(this.words.focalWords, { x, y }));
      this.crops.forEach(([cropped]) => { cropped.style.objectPosition = `${x}% ${y}%`; });
    }
  }

  /* Several at once: each becomes a row. */
  function takeSeveral(group) {
    const { content } = group.querySelector("template") || {};
    const words = content?.querySelector("[data-several-words]")?.dataset.severalWords;
    const add = group.querySelector("[data-add]");
    if (!words || !add) return;
    const input = element("input", "drop__files");
    Object.assign(input, { type: "file", multiple: true, accept: "image/jpeg,image/png,image/webp" });
    const zone = element("label", "drop", input, words);
    add.after(zone);
    const take = (files) => {
      let first = null;
      [...files].forEach((file) => {
        let row = null;
        group.addEventListener("formset:added", (event) => { row = event.target; }, { once: true });
        add.click();
        const field = row?.querySelector("[data-picture]");
        if (!field) return;
        const transfer = new DataTransfer();
        transfer.items.add(file);
        field.files = transfer.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
        first ||= row;
      });
      first?.querySelector("[name*=text_]")?.focus();
    };
    input.addEventListener("change", () => { take(input.files); input.value = ""; });
    const hold = (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      zone.classList.toggle("drop--over", event.type === "dragover");
      if (event.type === "drop") take(event.dataTransfer.files);
    };
    ["dragover", "dragleave", "drop"].forEach((type) => group.addEventListener(type, hold));
  }

  /* Megabytes take a while: pictures go ahead of the form, to where what is not saved is kept, and a bar tells how far
     they have come; the form then names them. Those that are not taken there, and all without script, go with the form. */
  function sendAhead(form) {
    const signed = form?.querySelector("[data-keep]");
    if (!signed) return;
    const taken = (input) => {
      const named = element("input", "sent-ahead");
      Object.assign(named, { type: "hidden", name: `${input.name}-_kept`, value: "on" });
      input.disabled = true;
      input.after(named);
    };
    form.addEventListener("submit", (event) => {
      if ("sending" in form.dataset) event.preventDefault();
      const chosen = [...form.querySelectorAll("[data-picture]")].filter((input) =>
        input.files.length && input.files[0].size <= input.dataset.most && !input.closest(".row--removed"));
      if (event.defaultPrevented || "sent" in form.dataset || !chosen.length) return;
      event.preventDefault();
      const { submitter } = event;
      const bar = element("progress", "");
      const told = element("p", "sending", bar, chosen[0].dataset.sendingWords);
      told.setAttribute("role", "status");
      form.querySelector(".submit-row")?.prepend(told);
      form.dataset.sending = "";
      const sending = new XMLHttpRequest();
      sending.open("POST", signed.dataset.keep);
      sending.responseType = "json";
      sending.upload.addEventListener("progress", ({ loaded, total }) => Object.assign(bar, { max: total, value: loaded }));
      sending.addEventListener("loadend", () => {
        const kept = sending.response?.kept || [];
        chosen.filter(({ name }) => kept.includes(name)).forEach(taken);
        delete form.dataset.sending;
        form.dataset.sent = "";
        form.requestSubmit(submitter);
      });
      sending.send(new FormData(form));
    });
    window.addEventListener("pageshow", () => { // who comes back sends them anew
      delete form.dataset.sent;
      form.querySelectorAll(".sending, .sent-ahead").forEach((made) => made.remove());
      form.querySelectorAll("[data-picture]").forEach((input) => { input.disabled = false; });
    });
  }

  const ready = (where) => where.querySelectorAll("[data-picture]").forEach((input) => new Picture(input));
  ready(document);
  document.addEventListener("formset:added", ({ target }) => ready(target));
  document.querySelectorAll("[data-rows]").forEach(takeSeveral);
  sendAhead(document.querySelector("#content-main > form[id$=_form]"));
})();
