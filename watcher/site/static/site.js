"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  document.documentElement.classList.add("js");

  const DAY = 864e5;
  const number = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY);
  const iso = (n) => new Date(n * DAY).toISOString().slice(0, 10);
  const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  const words = (d) => !d ? "" : d.length === 4 ? d : (d.length === 7 ? months : long).format(new Date(d.length === 7 ? d + "-01" : d));

  /* The map */
  const map = $("map");
  const hexes = [...map.querySelectorAll(".hex")];
  const slider = $("slider"), day = $("day"), legend = $("legend").tBodies[0], said = $("said");
  const today = number(data.today);
  const UNKNOWN = { tone: 0, sign: "?", words: "not known", rank: 0, scale: "" };
  const days = new Set();
  let first = today;
  for (const council of Object.values(data.councils))
    for (const steps of Object.values(council.s))
      for (const step of steps) first = Math.min(first, number(step[0]));
  slider.min = first; slider.max = today; slider.value = today;
  day.min = iso(first); day.max = data.today;

  const state = { series: "headline", day: today };

  function standing(code, series, at) {
    const council = data.councils[code];
    const steps = (council && council.s[series]) || [];
    let now = null, before = null, moved = null;
    for (const step of steps) {
      if (step[0] > at) break;
      before = now; now = step;
      if (before) {
        const a = data.outcomes[before[1]], b = data.outcomes[now[1]];
        if (a.scale === b.scale && a.rank !== b.rank) moved = { day: now[0], worse: b.rank < a.rank, from: a };
      }
    }
    return { council, now, moved, look: now ? data.outcomes[now[1]] : UNKNOWN };
  }

  function paint(loud) {
    const at = iso(state.day), since = iso(state.day - 365), counts = new Map();
    let fell = 0;
    for (const hex of hexes) {
      const s = standing(hex.dataset.code, state.series, at);
      const down = s.moved !== null && s.moved.worse && s.moved.day > since;
      if (down) { fell += 1; map.append(hex); }
      hex.setAttribute("class", "hex t" + s.look.tone + (down ? " fell" : ""));
      hex.querySelector("text").textContent = s.look.sign;
      const none = s.council.b && s.council.b > at ? "not a council yet" : s.look.words;
      hex.setAttribute("aria-label", s.council.n + ": " + none + (down ? ", fell in the last twelve months" : ""));
      const seen = counts.get(s.look.sign) || { look: s.look, n: 0 };
      seen.n += 1;
      counts.set(s.look.sign, seen);
    }
    drawLegend(counts, at);
    slider.value = state.day;
    slider.setAttribute("aria-valuetext", words(at));
    if (day.value !== at) day.value = at;
    $("after").disabled = $("now").disabled = state.day >= today;
    $("before").disabled = state.day <= first;
    remember(at);
    if (loud) said.textContent = words(at) + ": " + [...counts.values()].sort(worst).map((c) => c.n + " " + c.look.words).join(", ") + "; " + fell + " fell in the twelve months before";
  }

  const worst = (a, b) => (b.look.rank - a.look.rank) || (b.look.tone - a.look.tone);

  function drawLegend(counts, at) {
    $("legend-day").textContent = state.day === today ? "" : ", " + words(at);
    const rows = [...counts.values()].sort(worst).map((c) => {
      const row = document.createElement("tr"), head = document.createElement("th"), cell = document.createElement("td");
      const badge = document.createElement("span"), sign = document.createElement("span");
      head.scope = "row";
      badge.className = "badge t" + c.look.tone;
      sign.className = "sign"; sign.setAttribute("aria-hidden", "true"); sign.textContent = c.look.sign;
      badge.append(sign, " " + c.look.words);
      head.append(badge); cell.textContent = c.n; row.append(head, cell);
      return row;
    });
    legend.replaceChildren(...rows);
  }

  function tell(hex) {
    const at = iso(state.day), s = standing(hex.dataset.code, state.series, at);
    const who = document.createElement("p"), what = document.createElement("p"), more = document.createElement("p");
    who.className = "who"; who.textContent = s.council.n;
    what.className = "what"; more.className = "what";
    if (s.now) {
      const when = s.now[2] || s.now[0];
      what.textContent = s.look.words + (s.now[3] ? " (derived)" : "") + ", inspected " + words(when);
      if (s.moved) more.textContent = (s.moved.worse ? "▼ fell from " : "▲ rose from ") + s.moved.from.words + ", made public " + words(s.moved.day);
    } else what.textContent = s.council.b && s.council.b > at ? "not a council yet" : "not known";
    $("card").replaceChildren(who, what, more);
  }

  /* One hexagon is in the tab order; the arrow keys move to the nearest one that way. */
  const place = new Map(hexes.map((hex) => {
    const [x, y] = hex.getAttribute("transform").match(/[-\d.]+/g).map(Number);
    return [hex, { x, y }];
  }));
  let current = hexes.find((hex) => hex.classList.contains("fell")) || hexes[0];
  for (const hex of hexes) {
    hex.setAttribute("tabindex", hex === current ? "0" : "-1");
    hex.addEventListener("focus", () => { current.setAttribute("tabindex", "-1"); current = hex; hex.setAttribute("tabindex", "0"); tell(hex); });
    hex.addEventListener("pointerenter", () => tell(hex));
  }
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  map.addEventListener("keydown", (event) => {
    const way = ways[event.key];
    if (!way || !place.has(event.target)) return;
    event.preventDefault();
    const from = place.get(event.target);
    let best = null, least = Infinity;
    for (const [hex, to] of place) {
      const dx = to.x - from.x, dy = to.y - from.y;
      const along = dx * way[0] + dy * way[1], across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (along < 5) continue;
      const cost = along + across * 2;
      if (cost < least) { least = cost; best = hex; }
    }
    if (best) best.focus();
  });

  function jump(way) {
    const all = [];
    for (const hex of hexes) for (const step of data.councils[hex.dataset.code].s[state.series] || []) all.push(number(step[0]));
    const next = way > 0 ? Math.min(...all.filter((d) => d > state.day), today) : Math.max(...all.filter((d) => d < state.day), first);
    go(next);
  }
  function go(to) { state.day = Math.min(Math.max(to, first), today); paint(true); }

  slider.addEventListener("input", () => { state.day = Number(slider.value); paint(false); });
  slider.addEventListener("change", () => paint(true));
  day.addEventListener("change", () => { if (day.value) go(number(day.value)); });
  $("before").addEventListener("click", () => jump(-1));
  $("after").addEventListener("click", () => jump(1));
  $("now").addEventListener("click", () => go(today));
  for (const radio of document.querySelectorAll("input[name=series]"))
    radio.addEventListener("change", () => { state.series = radio.value; paint(true); });

  /* What is shown can be sent as a link. */
  function remember(at) {
    const parts = [];
    if (state.series !== "headline") parts.push("show=" + state.series);
    if (state.day !== today) parts.push("day=" + at);
    const hash = parts.length ? "#" + parts.join("&") : "";
    if (hash !== location.hash && (hash || /^#(show|day)=/.test(location.hash)))
      try { history.replaceState(null, "", hash || location.pathname + location.search); } catch { /* a page from a file may not */ }
  }
  function recall() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const radio = [...document.querySelectorAll("input[name=series]")].find((r) => r.value === asked.get("show"));
    if (radio) { radio.checked = true; state.series = radio.value; }
    const at = asked.get("day");
    if (at && /^\d{4}-\d\d-\d\d$/.test(at) && !Number.isNaN(number(at))) state.day = Math.min(Math.max(number(at), first), today);
  }
  addEventListener("hashchange", () => { recall(); paint(false); });

  /* The table */
  const table = $("table"), body = table.tBodies[0], rows = [...body.rows];
  const heads = [...table.tHead.querySelectorAll(".sort")];
  const downFirst = new Set([8, 9, 10]);
  const value = (row, column) => { const cell = row.cells[column]; return cell.dataset.v !== undefined ? cell.dataset.v : cell.textContent; };
  const name = new Intl.Collator("en-GB", { numeric: true });

  function sort(column, down) {
    const sign = down ? -1 : 1;
    rows.sort((a, b) => {
      const x = value(a, column), y = value(b, column);
      if (!x !== !y) return x ? -1 : 1;
      return sign * name.compare(x, y) || name.compare(value(a, 0), value(b, 0));
    });
    body.append(...rows);
    heads.forEach((head, place) => {
      const cell = head.closest("th");
      if (place === column) cell.setAttribute("aria-sort", down ? "descending" : "ascending"); else cell.removeAttribute("aria-sort");
    });
    const choice = [...$("f-sort").options].find((o) => o.value === String(column));
    if (choice) choice.selected = true;
  }
  heads.forEach((head, column) => head.addEventListener("click", () => {
    const was = head.closest("th").getAttribute("aria-sort");
    sort(column, was ? was === "ascending" : downFirst.has(column));
  }));

  function filter() {
    const text = $("f-text").value.trim().toLowerCase(), region = $("f-region").value, grade = $("f-grade").value, worse = $("f-worse").checked;
    let shown = 0;
    for (const row of rows) {
      const fits = (!text || row.cells[0].textContent.toLowerCase().includes(text) || row.dataset.code.toLowerCase() === text)
        && (!region || row.cells[1].textContent === region)
        && (!grade || row.cells[2].dataset.s === grade)
        && (!worse || row.querySelector(".way.worse") !== null);
      row.classList.toggle("hide", !fits);
      shown += fits;
    }
    $("shown").textContent = shown;
    $("nothing").classList.toggle("hide", shown > 0);
  }
  $("filters").addEventListener("input", (event) => { if (event.target.id === "f-sort") sort(Number(event.target.value), downFirst.has(Number(event.target.value))); else filter(); });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("clear").addEventListener("click", () => { $("filters").reset(); filter(); $("f-text").focus(); });

  /* How long ago an inspection was, on the day of reading. */
  for (const time of document.querySelectorAll("time.age")) {
    const at = time.getAttribute("datetime"), since = Math.max(0, Date.now() - Date.parse(at)) / DAY;
    const age = document.createElement("i");
    age.textContent = since < 60 ? Math.round(since) + " days ago" : since < 700 ? Math.round(since / 30.44) + " months ago" : (since / 365.25).toFixed(1) + " years ago";
    time.append(age);
  }

  recall();
  paint(false);
})();
