// The drawing of a network. It shows what stands in the table below it, and grows as that does.
import cytoscape from "/vendor/cytoscape/cytoscape.esm.min.mjs";

const box = document.querySelector("[data-network]");
const rows = document.querySelector("[data-edges]");
const said = document.querySelector("[data-said]");
const most = Number(box?.dataset.most ?? 0);

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const SHAPES = { person: "ellipse", unit: "rectangle", place: "triangle", organization: "round-rectangle" };

function looks() {
  return [
    { selector: "node", style: {
      label: "data(name)", shape: (node) => SHAPES[node.data("type")] ?? "hexagon",
      width: 14, height: 14, "background-color": colour("--ink"), color: colour("--ink"),
      "font-size": 11, "text-wrap": "wrap", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 3,
      "text-background-color": colour("--sheet"), "text-background-opacity": 0.85 } },
    { selector: "node.begun", style: { "background-color": colour("--blue"), width: 20, height: 20 } },
    { selector: "edge", style: {
      label: "data(kind)", width: 1.5, "line-color": colour("--faint"), "target-arrow-color": colour("--faint"),
      "target-arrow-shape": "triangle", "curve-style": "bezier", "font-size": 9, color: colour("--faint"),
      "text-rotation": "autorotate", "text-background-color": colour("--sheet"), "text-background-opacity": 0.85 } },
    { selector: "edge.unsure", style: { "line-style": "dotted" } },
    { selector: "edge.denied", style: { "line-style": "dashed", "line-color": colour("--orange"), "target-arrow-color": colour("--orange") } },
  ];
}

const elementsOf = (tie) => [
  { data: { id: tie.from.id, name: tie.from.name, type: tie.from.type } },
  { data: { id: tie.to.id, name: tie.to.name, type: tie.to.type } },
  { data: { id: keyOf(tie), source: tie.from.id, target: tie.to.id, kind: tie.kind },
    classes: [tie.denied && "denied", tie.unsure && "unsure"].filter(Boolean).join(" ") },
];
const keyOf = (tie) => `${tie.from.id} ${tie.kind} ${tie.to.id}`;

function begin() {
  const ties = [...rows.querySelectorAll("[data-tie]")].map((row) => JSON.parse(row.dataset.tie));
  const graph = cytoscape({ container: box, style: looks(), maxZoom: 2.5 });
  add(graph, ties);
  graph.getElementById(box.dataset.network).addClass("begun");
  graph.on("tap", "node", (event) => grow(graph, event.target.id()));
  rows.addEventListener("click", (event) => {
    const button = event.target.closest("[data-expand]");
    if (button) grow(graph, button.dataset.expand);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(looks()));
}

function add(graph, ties) {
  for (const tie of ties)
    for (const one of elementsOf(tie)) if (graph.getElementById(one.data.id).empty()) graph.add(one);
  arrange(graph);
}

/** In rings about the one that it began with: the same ties give the same drawing. */
function arrange(graph) {
  const far = new Map();
  graph.elements().bfs({
    roots: graph.getElementById(box.dataset.network), directed: false,
    visit: (node, edge, before, at, depth) => { far.set(node.id(), depth); },
  });
  graph.layout({
    name: "concentric", concentric: (node) => -(far.get(node.id()) ?? 9), levelWidth: () => 1,
    minNodeSpacing: 100, spacingFactor: 1.3, padding: 40, animate: false,
  }).run();
  if (graph.zoom() > 1.1) graph.zoom(1.1);
  graph.center();
}

/** Brings the ties of one more node, into the drawing and into the table. */
async function grow(graph, id) {
  if (graph.nodes().length >= most) {
    said.textContent = `No more than ${most} are drawn at once. Begin anew with one of them.`;
    return;
  }
  const answer = await fetch(`/network/${encodeURIComponent(id)}/ties.json${box.dataset.query}`);
  if (!answer.ok) return;
  const { ties, left_out } = await answer.json();
  const fresh = ties.filter((tie) => graph.getElementById(keyOf(tie)).empty());
  add(graph, fresh);
  for (const tie of fresh) rows.append(rowOf(tie));
  said.textContent = `${fresh.length} more ties` + (left_out ? `; ${left_out} neighbours left out` : "");
}

function rowOf(tie) {
  const row = document.createElement("tr");
  const cells = [nameOf(tie.from), text(tie.kind + (tie.denied ? " (denied)" : "") + (tie.unsure ? " (unsure)" : "")), nameOf(tie.to),
    text([tie.first, tie.last === tie.first ? null : tie.last].filter(Boolean).join(" – ")), text(String(tie.statements))];
  cells[4].className = "n";
  row.append(...cells);
  return row;
}

function text(words) {
  const cell = document.createElement("td");
  cell.textContent = words;
  return cell;
}

function nameOf(one) {
  const cell = document.createElement("td");
  const link = document.createElement("a");
  link.href = `/who/${encodeURIComponent(one.id)}`;
  link.textContent = one.name;
  link.dir = "auto";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link";
  button.dataset.expand = one.id;
  button.textContent = " +";
  button.setAttribute("aria-label", `show the ties of ${one.name}`);
  cell.append(link, button);
  return cell;
}

if (box && rows) begin();
