"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const redraws = [];
  /** Inputs of so few values are marked one by one: a line through one value is nothing, and through five says little. */
  const MARKED = 40;
  const WHOLE = [1, 10, 100, 1e3, 1e4, 1e5, 1e6].flatMap(each => [each, 2 * each, 5 * each]);
  const percent = value => Math.round(100 * value) + " %";
  const digits = value => Number(value.toPrecision(4)).toString();

  function element(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const key in attributes) {
      if (key.startsWith("on")) node.addEventListener(key.slice(2), attributes[key]);
      else node.setAttribute(key, attributes[key]);
    }
    node.append(...children);
    return node;
  }

  function axis(more) {
    return Object.assign({
      stroke: () => colour("quiet"), font: "12px system-ui, sans-serif",
      grid: {stroke: () => colour("line"), width: 1}, ticks: {show: false}, border: {show: false}
    }, more);
  }

  /** Draws now, again when the width or the colours change, and not before it can be seen. */
  function whenSeen(node, draw) {
    let plots = [];
    let drawn = false;
    const render = () => {
      plots.forEach(plot => plot.destroy());
      plots = [].concat(draw());
      drawn = true;
    };
    const seen = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting) && !drawn) { seen.disconnect(); render(); }
    }, {rootMargin: "300px"});
    seen.observe(node);
    let width = node.clientWidth;
    new ResizeObserver(() => {
      if (drawn && node.clientWidth !== width) plots.forEach(plot => plot.setSize({width: node.clientWidth, height: plot.height}));
      width = node.clientWidth;
    }).observe(node);
    redraws.push(() => { if (drawn) render(); });
  }

  function curve(node, levels) {
    const counted = levels.filter(level => level.robust !== undefined);
    const clean = counted[0].clean;
    const x = [0, ...counted.map(level => level.epsilon)];
    const of = (name, first) => [first, ...counted.map(level => level[name] ?? null)];
    const hasCertified = counted.some(level => level.certified > 0);
    const values = [
      x, of("upper", clean), of("lower", clean), of("robust", clean),
      hasCertified ? of("certified", clean) : x.map(() => null), of("requiredRobust", null), of("requiredCertified", null)];
    const dash = {stroke: () => colour("required"), width: 0, points: {show: false}};
    const marks = plot => {
      // A requirement holds at its ε alone: a dash there, not a line between.
      const ctx = plot.ctx;
      const pixel = window.devicePixelRatio;
      ctx.save();
      ctx.strokeStyle = colour("required");
      ctx.lineWidth = 3 * pixel;
      for (const series of [5, 6]) {
        ctx.setLineDash(series === 5 ? [5 * pixel, 3 * pixel] : [2 * pixel, 3 * pixel]);
        plot.data[series].forEach((value, i) => {
          if (value === null) return;
          const left = plot.valToPos(plot.data[0][i], "x", true);
          const top = plot.valToPos(value, "y", true);
          ctx.beginPath();
          ctx.moveTo(left - 15 * pixel, top);
          ctx.lineTo(left + 15 * pixel, top);
          ctx.stroke();
        });
      }
      ctx.restore();
    };
    const last = x[x.length - 1] || 1;
    return new uPlot({
      width: node.clientWidth, height: node.clientHeight, padding: [10, 18, 0, 0],
      scales: {x: {time: false, range: [0, last * 1.06]}, y: {range: [0, 1]}},
      cursor: {y: false, drag: {x: false, y: false}},
      legend: {show: false},
      axes: [axis({label: "size of perturbation ε", labelSize: 20, labelFont: "12px system-ui, sans-serif", size: 32, splits: () => x, values: (_, ticks) => ticks.map(digits)}),
        axis({values: (_, ticks) => ticks.map(percent), size: 50, splits: () => [0, .25, .5, .75, 1]})],
      bands: [{series: [1, 2], fill: () => colour("robust") + "33"}],
      series: [{}, {stroke: "transparent", points: {show: false}}, {stroke: "transparent", points: {show: false}},
        {stroke: () => colour("robust"), width: 2.5, points: {show: true, size: 7, fill: () => colour("card")}},
        {stroke: () => colour("certified"), width: 2, fill: () => colour("certified") + "2a", points: {show: true, size: 6}}, dash, dash],
      hooks: {draw: [marks]}
    }, values, node);
  }

  function history(node, runs) {
    const epsilons = [...new Set(runs.flatMap(run => run.points.map(point => point.epsilon)))].sort((a, b) => a - b);
    if (node.nextElementSibling === null)
      node.after(element("figcaption", {}, ...epsilons.map((epsilon, i) => element("span", {class: "key robust dash" + i % 3}, "robust at ε = " + digits(epsilon)))));
    const robust = epsilon => runs.map(run => (run.points.find(point => point.epsilon === epsilon) || {robust: null}).robust);
    return new uPlot({
      width: node.clientWidth, height: node.clientHeight, padding: [10, 18, 0, 0], legend: {show: false}, cursor: {show: false},
      scales: {x: {time: false, range: [0.5, runs.length + 0.5]}, y: {range: [0, 1]}},
      axes: [axis({label: "run, newest last", labelSize: 18, labelFont: "12px system-ui, sans-serif", size: 26, incrs: [1, 2, 5, 10]}),
        axis({values: (_, ticks) => ticks.map(percent), size: 50, splits: () => [0, .5, 1]})],
      series: [{}, ...epsilons.map((epsilon, i) => ({
        stroke: () => colour("robust"), width: 2, dash: [[], [7, 4], [2, 3]][i % 3], points: {show: true, size: 6}}))]
    }, [runs.map((_, i) => i + 1), ...epsilons.map(robust)], node);
  }

  function floats(text) {
    const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    return Array.from({length: bytes.length / 4}, (_, i) => {
      const value = view.getFloat32(4 * i, true);
      return Number.isFinite(value) ? value : null;
    });
  }

  /** The squares of ECG paper: five small ones in a large one, both ways. */
  function paper(plot) {
    const {ctx, bbox} = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    const large = 5 * 5 * window.devicePixelRatio;
    const small = large / 5;
    for (const [step, name] of [[small, "ecg-minor"], [large, "ecg-major"]]) {
      ctx.strokeStyle = colour(name);
      ctx.lineWidth = window.devicePixelRatio;
      ctx.beginPath();
      for (let x = bbox.left; x <= bbox.left + bbox.width; x += step) { ctx.moveTo(x, bbox.top); ctx.lineTo(x, bbox.top + bbox.height); }
      for (let y = bbox.top; y <= bbox.top + bbox.height; y += step) { ctx.moveTo(bbox.left, y); ctx.lineTo(bbox.left + bbox.width, y); }
      ctx.stroke();
    }
    ctx.restore();
  }

  function browser(node, test) {
    const levels = test.levels.filter(level => (level.signals || []).length > 0);
    if (levels.length === 0) return;
    node.hidden = false;
    const controls = node.querySelector(".controls");
    const about = node.querySelector(".about");
    const plots = node.querySelector(".plots");
    let signals = [];
    let signal = null;
    let drawn = [];
    let syncing = false;

    const level = element("select", {onchange: () => showLevel()}, ...levels.map((each, i) => element("option", {value: i}, "ε = " + digits(each.epsilon))));
    const sample = element("select", {onchange: () => show()});
    const step = by => { sample.selectedIndex = Math.min(signals.length - 1, Math.max(0, sample.selectedIndex + by)); show(); };
    const zoom = factor => move((from, to) => { const middle = (from + to) / 2; const half = (to - from) / 2 * factor; return [middle - half, middle + half]; });
    const shift = share => move((from, to) => [from + share * (to - from), to + share * (to - from)]);
    const button = (text, name, action) => element("button", {type: "button", "aria-label": name, title: name, onclick: action}, text);
    const together = (...buttons) => element("span", {class: "together"}, ...buttons);
    controls.append(
      element("label", {}, "Noise", level), element("label", {}, "Sample", sample),
      together(button("‹", "Previous sample", () => step(-1)), button("›", "Next sample", () => step(1))),
      together(button("+", "Zoom in", () => zoom(0.5)), button("−", "Zoom out", () => zoom(2))),
      together(button("←", "Earlier", () => shift(-0.25)), button("→", "Later", () => shift(0.25))),
      button("Reset", "Reset zoom", () => range(0, signal.length - 1)));

    function move(change) {
      const [from, to] = change(drawn[0].scales.x.min, drawn[0].scales.x.max);
      const end = signal.length - 1;
      const width = Math.min(end, Math.max(Math.min(4, end), to - from));
      const start = Math.min(end - width, Math.max(0, from));
      range(start, start + width);
    }

    function range(min, max) {
      if (syncing) return;
      syncing = true;
      // One value alone still has a width.
      const margin = min === max ? 0.5 : 0;
      drawn.forEach(plot => plot.setScale("x", {min: min - margin, max: max + margin}));
      syncing = false;
      node.dataset.from = min;
      node.dataset.to = max;
    }

    function showLevel() {
      signals = levels[level.selectedIndex].signals;
      sample.replaceChildren(...signals.map((each, i) => element("option", {value: i}, each.id + " · " + each.verdict)));
      show();
    }

    function show() {
      signal = signals[sample.selectedIndex];
      const found = signal.counterexample;
      const tags = Object.entries(signal.tags).map(([key, value]) => key + " " + value).join(", ");
      const known = [
        signal.id, "class " + signal.label, signal.verdict, signal.remark, tags,
        found && "taken for " + found.prediction + " at a distance of " + digits(Number(found.distance)) + " (margin " + digits(Number(found.margin)) + ")"];
      about.replaceChildren(
        element("span", {}, known.filter(Boolean).join(" · ")),
        ...(found ? [" ", element("span", {class: "quiet"}, "found by " + found.attack + ", seed " + found.seed + ", " + found.position)] : []));
      draw();
    }

    function draw() {
      drawn.forEach(plot => plot.destroy());
      drawn = [];
      plots.replaceChildren();
      const {channels, length} = signal;
      const clean = floats(signal.input);
      const broken = signal.counterexample ? floats(signal.counterexample.input) : null;
      const noise = broken && broken.map((value, i) => value - clean[i]);
      const most = noise ? noise.reduce((all, value) => Math.max(all, Math.abs(value)), 0) : 0;
      const edge = most * 1.1 || 1;
      const x = Array.from({length}, (_, i) => i);
      for (let lead = 0; lead < channels; lead++) {
        const part = values => values.slice(lead * length, (lead + 1) * length);
        const box = element("div", {class: "lead"});
        const title = channels > 1 ? "Lead " + (lead + 1) : "Signal";
        box.append(element("p", {}, title + " ", element("span", {class: "key signal"}, "sample "),
          ...(broken ? [element("span", {class: "key broken"}, "counterexample "), element("span", {class: "key noise"}, "perturbation, below, magnified")] : [])));
        plots.append(box);
        const lines = [part(clean), ...(broken ? [part(broken)] : [])];
        add(box, title, channels > 3 ? 130 : 220, [x, ...lines], ["signal", "broken"], !broken, extent(lines));
        if (broken) add(box, title + ", perturbation", channels > 3 ? 70 : 110, [x, part(noise)], ["noise"], true, [-edge, edge]);
      }
      range(0, length - 1);
    }

    /** Leaves room above and below, so that a line along an edge is not half of one. */
    function extent(lines) {
      const all = lines.flat().filter(value => value !== null);
      const min = all.reduce((least, value) => Math.min(least, value), Infinity);
      const max = all.reduce((most, value) => Math.max(most, value), -Infinity);
      if (min > max) return [0, 1];
      const room = 0.06 * (max - min) || 1;
      return [min - room, max + room];
    }

    function add(box, title, height, values, colours, labelled, yRange) {
      const holder = element("div", {role: "img", "aria-label": title + " of sample " + signal.id});
      box.append(holder);
      const plot = new uPlot({
        width: plots.clientWidth, height: height + (labelled ? 18 : 0), padding: [8, 8, 0, 0], legend: {show: false},
        scales: {x: {time: false}, y: {range: yRange}},
        cursor: {sync: {key: "lead" + node.dataset.browser, scales: ["x", null]}, drag: {x: true, y: false, dist: 5}, bind: {dblclick: () => () => { range(0, signal.length - 1); return null; }}},
        axes: [axis({size: labelled ? 24 : 4, incrs: WHOLE, values: labelled ? undefined : () => [], grid: {show: false}}), axis({size: 54, grid: {show: false}, space: 24})],
        series: [{}, ...colours.slice(0, values.length - 1).map((name, i) => ({stroke: () => colour(name), width: i === 0 && values.length > 2 ? 3.2 : 1.4, points: {show: signal.length <= MARKED, size: 7, fill: () => colour(name)}}))],
        hooks: {drawClear: [paper], setScale: [(self, key) => { if (key === "x") range(self.scales.x.min, self.scales.x.max); }]}
      }, values, holder);
      drawn.push(plot);
    }

    let ready = false;
    const seen = new IntersectionObserver(entries => {
      if (!ready && entries.some(entry => entry.isIntersecting)) { ready = true; seen.disconnect(); showLevel(); }
    }, {rootMargin: "300px"});
    seen.observe(node);
    let width = 0;
    new ResizeObserver(() => {
      if (ready && plots.clientWidth !== width) drawn.forEach(plot => plot.setSize({width: plots.clientWidth, height: plot.height}));
      width = plots.clientWidth;
    }).observe(node);
    redraws.push(() => { if (ready) draw(); });
  }

  document.querySelectorAll("[data-curve]").forEach(node => {
    const plot = node.querySelector(".plot");
    whenSeen(plot, () => curve(plot, data.tests[node.dataset.curve].levels));
  });
  document.querySelectorAll("[data-history]").forEach(node => {
    const plot = node.querySelector(".plot");
    const runs = data.tests[node.dataset.history].history;
    if (runs.length > 1) whenSeen(plot, () => history(plot, runs));
    else node.hidden = true;
  });
  document.querySelectorAll("[data-browser]").forEach(node => browser(node, data.tests[node.dataset.browser]));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraws.forEach(redraw => redraw()));
})();
