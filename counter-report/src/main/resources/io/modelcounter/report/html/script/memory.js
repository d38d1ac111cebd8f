// The curve of live bytes, step by step. The server drew it; here it can be asked.

function setUpMemory() {
  const chart = find("#memory svg.curve");
  const place = viewOf("memory");
  if (chart === null || place === null) {
    return;
  }
  const [, , width] = chart.getAttribute("viewBox").split(" ").map(Number);
  const count = raw.curve.length;
  const mark = drawing("rect", { class: "step", y: 0, height: "100%" });
  const life = drawing("rect", { class: "life", y: 0, height: "100%" });
  chart.append(life, mark);
  const said = element("output", { for: "step" });
  const slider = element("input", {
    type: "range",
    id: "step",
    min: 1,
    max: count,
    value: 1,
    input: () => showStep(Number(slider.value) - 1),
  });
  const show = button("Show this layer", () => {
    select(Number(slider.value) - 1);
    showSection();
  });
  place.append(
    element("div", { class: "tools" }, element("label", { for: "step" }, "Step"), slider, show),
    element("p", { class: "said" }, said),
  );

  function showStep(step) {
    slider.value = step + 1;
    mark.setAttribute("x", (step * width) / count);
    mark.setAttribute("width", Math.max(8, width / count));
    const name = strings[steps[step]];
    const bytes = brief(amountAt(raw.curve[step]), BYTES);
    show.disabled = stepOf(step) === undefined;
    said.replaceChildren(
      `${grouped(step + 1)} of ${grouped(count)}: ${bytes} alive at `,
      nameOf(name),
    );
  }

  function stepAt(event) {
    const box = chart.getBoundingClientRect();
    const step = Math.floor(((event.clientX - box.left) / box.width) * count);
    return Math.min(Math.max(0, step), count - 1);
  }

  chart.addEventListener("pointermove", (event) => showStep(stepAt(event)));
  chart.addEventListener("click", (event) => {
    showStep(stepAt(event));
    show.click();
  });
  showLifetimes(life, width / count);
  showStep(peakStep());
  watch(["symbols"], () => {
    redraw(chart, width);
    showStep(Number(slider.value) - 1);
  });
}

function peakStep() {
  const bytes = raw.curve.map((index) => amountAt(index).low);
  let peak = 0;
  bytes.forEach((value, step) => {
    if (value > bytes[peak]) {
      peak = step;
    }
  });
  return peak;
}

/** Shows from when to when a tensor of the table is alive. */
function showLifetimes(life, stepWidth) {
  for (const row of document.querySelectorAll("#memory tr[data-first]")) {
    const [first, last] = [Number(row.dataset.first), Number(row.dataset.last)];
    row.addEventListener("pointerenter", () => {
      life.setAttribute("x", first * stepWidth);
      life.setAttribute("width", (last - first + 1) * stepWidth);
    });
    row.addEventListener("pointerleave", () => life.setAttribute("width", 0));
  }
}

/** Draws the curve of a symbolic model for the sizes of the moment. */
function redraw(chart, width) {
  if (!raw.curve.some(isSymbolic)) {
    return;
  }
  const top = Number(chart.dataset.top);
  const bottom = Number(chart.dataset.bottom);
  const bytes = raw.curve.map((index) => amountAt(index).low);
  const peak = peakStep();
  const scale = (bottom - top) / Math.max(1, Number(bytes[peak]));
  const x = (step) => Math.round((step * width) / bytes.length);
  const y = (step) => Math.round(bottom - Number(bytes[step]) * scale);
  const path = bytes.map((value, step) => `V${y(step)}H${x(step + 1)}`).join("");
  find(".area", chart).setAttribute("d", `M0 ${bottom}${path}V${bottom}Z`);
  find(".peak", chart).setAttribute("cx", (x(peak) + x(peak + 1)) / 2);
  const label = find(".peak-label", chart);
  label.textContent = BYTES.short(bytes[peak]);
  label.setAttribute("x", Math.min(Math.max(x(peak), width / 20), width - width / 20));
  label.setAttribute("text-anchor", "middle");
  find(".half-label", chart).textContent = BYTES.short(bytes[peak] / 2n);
}
