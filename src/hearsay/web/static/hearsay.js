// What pages can do beyond what links and forms do by themselves. Everything works without it.

const claims = (element) => (element?.dataset.claims ?? "").split(" ").filter(Boolean);

/** Lights up the words of one claim and its card, and nothing else. */
function light(number) {
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  if (!number) return;
  document.getElementById(`c${number}`)?.classList.add("lit");
  for (const one of document.querySelectorAll("[data-claims]"))
    if (claims(one).includes(number)) one.classList.add("lit");
}

/** Goes to a claim: its card is lit and has the focus. */
function goTo(number) {
  const card = document.getElementById(`c${number}`);
  if (!card) return;
  light(number);
  card.focus({ preventScroll: true });
  document.getElementById(`r${number}`)?.scrollIntoView({ block: "center" });
}

function reading(page) {
  const numbers = [...page.querySelectorAll("[data-claim]")].map((card) => card.dataset.claim);
  let at = -1;
  page.addEventListener("click", (event) => {
    if (event.target.closest("a, button")) return;
    const words = event.target.closest("[data-claims]");
    // The innermost claim is the one that is meant.
    if (words) goTo(claims(words).at(-1));
  });
  page.addEventListener("mouseover", (event) => {
    const card = event.target.closest("[data-claim]");
    if (card) light(card.dataset.claim);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "j" && event.key !== "k") return;
    const lit = document.querySelector("[data-claim].lit");
    if (lit) at = numbers.indexOf(lit.dataset.claim);
    at = Math.min(numbers.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
    goTo(numbers[at]);
  });
}

/** The drawing as PNG, made here: twice as large, so that it is sharp in print. */
async function asPng(button) {
  const svg = await (await fetch(button.dataset.png)).text();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((made) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(made);
    link.download = "trace.png";
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

/** One key for each answer: what a button or link names as its key. */
function answering(form) {
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    // A key that is held down decides nothing more.
    if (event.repeat) return;
    form.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
}

/** Looks again each second, as long as the page says that something goes on. */
async function poll(part) {
  while (part?.dataset.poll) {
    await new Promise((done) => setTimeout(done, 1000));
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) continue;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = fresh.querySelector("[data-poll]");
    if (!next) return;
    part.replaceWith(next);
    part = next;
  }
}

const page = document.querySelector('[data-page="reading"]');
if (page) reading(page);
for (const button of document.querySelectorAll("[data-png]"))
  button.addEventListener("click", () => asPng(button));
for (const button of document.querySelectorAll("[data-print]"))
  button.addEventListener("click", () => window.print());
for (const form of document.querySelectorAll("[data-keys]")) answering(form);
poll(document.querySelector("[data-poll]"));
