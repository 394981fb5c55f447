// Hotline console, map: what stands in the tables, on land and sea. Without this script the page
// keeps its drawing. Everything comes from this node; nothing is asked of any other. For looking
// only: distances are on a sphere, within 0.6 %. A layer is one entry of LAYERS.
(() => {
  "use strict";
  const chart = document.getElementById("chart");
  if (!chart || !window.ol) return;
  const said = document.getElementById("map-said");
  const tools = document.getElementById("map-tools");
  const filter = document.getElementById("map-filter");
  const count = document.getElementById("map-count");
  const NM = 1852;
  const NANO = 1e-9;
  const RING_STEPS_NM = [1, 2, 5, 10, 25, 50, 100, 250];
  const RINGS = 4;
  const ANY_LEVEL = 600;
  const WORLD = 2; // the zoom before anything is known
  const REACH_PX = 6;
  const NAMED_MAX = 4;
  const CROWD = 200; // more of one kind in sight than can be read: their signs alone, until one comes closer
  const KEPT = "hotline.map";

  // ---- colours: those of the page, read anew when the room's light changes
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let ink = {};
  function readInk() {
    const names = ["map-land", "map-coast", "map-grid", "map-ink", "map-sea", "north", "south", "p1", "p2", "p2-text", "text", "sans"];
    ink = Object.fromEntries(names.map((name) => [name, token(`--${name}`)]));
    ink.n = pattern(ink.north, (pen) => { pen.moveTo(0, 9); pen.lineTo(9, 0); pen.stroke(); });
    ink.s = pattern(ink.south, (pen) => { pen.arc(4.5, 4.5, 1.4, 0, 7); pen.fill(); });
  }
  function pattern(colour, draw) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 9;
    const pen = tile.getContext("2d");
    pen.strokeStyle = pen.fillStyle = colour;
    pen.globalAlpha = 0.75;
    draw(pen);
    return pen.createPattern(tile, "repeat");
  }
  readInk();

  // ---- words
  const ltr = (text) => `\u2066${text}\u2069`; // a canvas turns "N 38°" round unless it is kept apart
  const two = (n) => String(n).padStart(2, "0");
  const clock = (at) => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}Z`;
  const level = (hundreds) => hundreds >= ANY_LEVEL ? "any" : `FL${String(hundreds).padStart(3, "0")}`;
  function angle(degrees, plus, minus, digits) {
    const tenths = Math.round(Math.abs(degrees) * 600);
    const minutes = (tenths % 600) / 10;
    return `${degrees < 0 ? minus : plus} ${String(Math.floor(tenths / 600)).padStart(digits, "0")}° ${minutes.toFixed(1).padStart(4, "0")}′`;
  }
  const wrapped = (lng) => ((lng + 180) % 360 + 360) % 360 - 180;
  const place = ([lng, lat]) => `${angle(lat, "N", "S", 2)} ${angle(wrapped(lng), "E", "W", 3)}`;
  const distance = (metres) => `${(metres / NM).toFixed(1)} NM (${(metres / 1000).toFixed(1)} km)`;
  const rad = (degrees) => degrees * Math.PI / 180;
  function bearing([lng1, lat1], [lng2, lat2]) {
    const turn = rad(lng2 - lng1);
    const y = Math.sin(turn) * Math.cos(rad(lat2));
    const x = Math.cos(rad(lat1)) * Math.sin(rad(lat2)) - Math.sin(rad(lat1)) * Math.cos(rad(lat2)) * Math.cos(turn);
    const degrees = Math.round((Math.atan2(y, x) * 180 / Math.PI + 360) % 360) || 360;
    return `${String(degrees).padStart(3, "0")}° true`;
  }

  // ---- shapes: positions come as latitudes and longitudes by turns, in 10⁻⁹ degree
  const { Feature } = ol;
  const { Point, LineString, MultiPolygon, Polygon } = ol.geom;
  const onMap = (lngLat) => ol.proj.fromLonLat(lngLat);
  function path(flat) {
    const points = [];
    for (let i = 0; i + 1 < flat.length; i += 2) {
      const last = points.at(-1)?.[0] ?? flat[1] * NANO;
      const lng = flat[i + 1] * NANO;
      points.push([lng - 360 * Math.round((lng - last) / 360), flat[i] * NANO]); // the date line is no edge
    }
    return points.map(onMap);
  }
  const ring = (flat) => { const points = path(flat); return [[...points, points[0]]]; };
  const feature = (thing, geometry) => new Feature({ geometry, thing });

  // ---- styles
  const { Style, Stroke, Fill, Text, RegularShape } = ol.style;
  const stroke = (color, width, lineDash) => new Stroke({ color, width, lineDash });
  const label = (text, color, more) => new Text({
    text: ltr(text), font: `600 12px ${ink.sans}`, textAlign: "left",
    fill: new Fill({ color }), stroke: new Stroke({ color: ink["map-sea"], width: 4 }), ...more,
  });
  // Where it is, and will be in a minute if it goes straight on.
  const ahead = ({ lat, lng, track, knots }) => {
    const degrees = knots / 60 / 60;
    const on = (by) => onMap([lng * NANO + by * Math.sin(rad(track)) / Math.cos(rad(lat * NANO)), lat * NANO + by * Math.cos(rad(track))]);
    return [on(0), on(degrees)];
  };
  const corner = (shape) => { const box = shape.getGeometry().getExtent(); return new Point([box[0], box[3]]); };

  const LAYERS = [
    {
      of: (data) => data.zones.map((one) => feature(one, new Polygon(ring(one.outline)))),
      style: (shape, one) => [
        new Style({ stroke: stroke(ink["map-ink"], 1.5, [2, 4]) }),
        new Style({ geometry: corner(shape), text: label(one.name, ink["map-ink"], { offsetX: 4, offsetY: 10 }) }),
      ],
    },
    {
      of: (data) => data.lines.map((one) => feature(one, new LineString(path(one.points)))),
      style: (shape, one) => new Style({
        stroke: stroke(ink["map-ink"], 1.5, [14, 4, 3, 4]),
        text: label(one.name, ink["map-ink"], { placement: "line", textAlign: "center", textBaseline: "bottom" }),
      }),
    },
    {
      of: (data) => data.points.map((one) => feature(one, new Point(onMap([one.lng * NANO, one.lat * NANO])))),
      style: (shape, one) => new Style({
        image: new RegularShape({ points: 4, radius: 6, radius2: 0, stroke: stroke(ink["map-ink"], 1.25) }),
        text: label(one.name, ink["map-ink"], { offsetX: 8, offsetY: -6 }),
      }),
    },
    {
      of: (data) => data.notices.filter(fits).filter((one) => one.outlines.length > 0)
        .map((one) => feature(one, new MultiPolygon(one.outlines.map(ring)))),
      style: (shape, one) => {
        const colour = { n: ink.north, s: ink.south }[one.side] ?? ink["map-ink"];
        const dash = !one.exact ? [2, 3] : one.side === "s" ? [7, 4] : undefined;
        const drawn = new Style({ stroke: stroke(colour, notices.crowded ? 1 : 2, dash), fill: new Fill({ color: notices.crowded ? "transparent" : ink[one.side] ?? "transparent" }) });
        return notices.crowded ? drawn : [drawn, new Style({ geometry: corner(shape), text: label(`${one.name} ${one.levels}`, colour, { offsetY: -8 }) })];
      },
    },
    {
      declutter: "conflicts", // no notice's name makes room scarce for a conflict's
      of: (data) => data.conflicts.filter(fits)
        .map((one) => feature(one, new Point(onMap([one.lng * NANO, one.lat * NANO])))),
      style: (shape, one) => new Style({
        // The sign is drawn whatever else stands there; names only where they can be read.
        image: new RegularShape({ declutterMode: "obstacle", points: 3, radius: 14, fill: new Fill({ color: ink.p2 }), stroke: stroke(ink["map-sea"], 1.5) }),
        text: label(`${one.name} ${one.levels}`, ink["p2-text"], { font: `700 13px ${ink.sans}`, offsetX: 15, offsetY: 2 }),
      }),
    },
    {
      declutter: "tracks",
      of: () => tracks.filter(isAt).map((one) => feature(one, new Point(onMap([one.lng * NANO, one.lat * NANO])))),
      style: (shape, one) => {
        const live = one.state === "LIVE";
        const colour = { CURRENT: ink.p1, PREDICTED: ink.p2 }[one.alert] ?? ink.text;
        if (planes.crowded && !one.alert) return dot(live, colour);
        const words = [{ CURRENT: "TOO NEAR", PREDICTED: "predicted" }[one.alert], one.name, one.levels, live ? "" : one.state.toLowerCase()];
        const styles = [new Style({
          image: new ol.style.Circle({
            declutterMode: "obstacle", radius: one.alert ? 7 : 4,
            fill: live ? new Fill({ color: colour }) : undefined, stroke: stroke(colour, 2, live ? undefined : [2, 2]),
          }),
          text: label(words.filter(Boolean).join(" "), ink.text, { offsetX: 9, offsetY: -9 }),
        })];
        if (live && one.track !== null && one.knots !== null && Math.abs(one.lat * NANO) < 85) {
          styles.push(new Style({ geometry: new LineString(ahead(one)), stroke: stroke(colour, 2) }));
        }
        return styles;
      },
    },
  ];
  for (const layer of LAYERS) {
    layer.source = new ol.source.Vector();
    layer.drawn = new ol.layer.Vector({
      source: layer.source, declutter: layer.declutter ?? true, style: (shape) => layer.style(shape, shape.get("thing")),
    });
  }
  const notices = LAYERS[3];
  const planes = LAYERS.at(-1);
  const dots = new Map(); // one style for all that look alike
  function dot(live, colour) {
    const key = colour + live;
    if (!dots.has(key)) dots.set(key, new Style({ image: new ol.style.Circle({ declutterMode: "none", radius: 3, fill: live ? new Fill({ color: colour }) : undefined, stroke: stroke(colour, 1.5) }) }));
    return dots.get(key);
  }
  function crowds() {
    for (const layer of [notices, planes]) {
      let count = 0;
      layer.source.forEachFeatureInExtent(view.calculateExtent(map.getSize()), () => { count += 1; });
      if (layer.crowded === count > CROWD) continue;
      layer.crowded = count > CROWD;
      layer.source.changed();
    }
  }

  // ---- land, grid, and what is drawn by hand
  const land = new ol.source.Vector();
  const worldLayer = new ol.layer.VectorImage({
    source: land, imageRatio: 1.5,
    style: (shape) => shape.get("layer") === "land"
      ? new Style({ fill: new Fill({ color: ink["map-land"] }), stroke: stroke(ink["map-coast"], 1) })
      : new Style({ stroke: stroke(ink["map-coast"], 1, [6, 3, 1, 3]) }),
  });
  const gridText = (more) => label("", ink["map-ink"], { font: `500 11px ${ink.sans}`, ...more });
  const degrees = (value, plus, minus, digits) => ltr(angle(value, plus, minus, digits).replace(".0′", "′"));
  const grid = new ol.layer.Graticule({
    strokeStyle: stroke(ink["map-grid"], 1), showLabels: true, targetSize: 160, lonLabelPosition: 1, latLabelPosition: 0,
    lonLabelStyle: gridText({ textBaseline: "top", offsetX: 3, offsetY: 3 }), latLabelStyle: gridText({ textBaseline: "bottom", offsetX: 3, offsetY: -3 }),
    lonLabelFormatter: (lng) => degrees(wrapped(lng), "E", "W", 3), latLabelFormatter: (lat) => degrees(lat, "N", "S", 2),
  });
  const hand = new ol.source.Vector();
  const handLayer = new ol.layer.Vector({
    source: hand,
    style: (shape) => [
      new Style({
        stroke: stroke(ink.text, 1.5, shape.get("ring") ? [4, 4] : undefined),
        image: new RegularShape({ points: 4, radius: 5, angle: Math.PI / 4, fill: new Fill({ color: ink.text }) }),
      }),
      new Style({
        geometry: shape.get("at") ?? shape.getGeometry(),
        text: shape.get("words") ? label(shape.get("words"), ink.text, { offsetX: 8, offsetY: -8 }) : undefined,
      }),
    ],
  });

  const steer = ol.interaction.defaults.defaults({ mouseWheelZoom: false, altShiftDragRotate: false, pinchRotate: false, zoomDuration: 0 });
  steer.push(new ol.interaction.MouseWheelZoom({ duration: 0, condition: ol.events.condition.focus })); // the page scrolls elsewhere
  const view = new ol.View({ center: [0, 0], zoom: WORLD, minZoom: 1, maxZoom: 14, enableRotation: false, showFullExtent: true });
  chart.hidden = said.hidden = tools.hidden = false;
  chart.closest(".pane").classList.add("charted"); // the drawing steps back
  const map = new ol.Map({
    target: chart, view, interactions: steer, controls: [new ol.control.ScaleLine({ units: "nautical" })],
    layers: [worldLayer, grid, ...LAYERS.map((layer) => layer.drawn), handLayer],
  });
  fetch(chart.dataset.world).then((answer) => answer.json()).then((world) => {
    const read = new ol.format.TopoJSON({ layerName: "layer" });
    land.addFeatures(read.readFeatures(world, { dataProjection: "EPSG:4326", featureProjection: "EPSG:3857" }));
    chart.dataset.land = "drawn";
  }).catch(() => { chart.dataset.land = "none"; });

  // ---- heights and time
  let data = { made: null, notices: [], conflicts: [], zones: [], lines: [], points: [], left: 0 };
  const chosen = () => {
    const [low, high, step] = ["low", "high", "when"].map((name) => Number(filter.elements[name].value));
    const at = step === 0 || !data.made ? null : new Date(Date.parse(data.made) + (step - 1) * 300_000);
    return { low: Math.min(low, high), high: Math.max(low, high), at };
  };
  let wanted = chosen();
  let tracks = [];
  const isAt = (one) => !wanted.at && (one.feet === null ||
    ((wanted.low === 0 || one.feet >= wanted.low * 100) && (wanted.high >= ANY_LEVEL || one.feet <= wanted.high * 100)));
  const fits = (one) =>
    (wanted.low === 0 || one.highFeet >= wanted.low * 100) &&
    (wanted.high >= ANY_LEVEL || one.lowFeet <= wanted.high * 100) &&
    (!wanted.at || (Date.parse(one.start) <= wanted.at && Date.parse(one.end) > wanted.at));

  function draw() {
    wanted = chosen();
    for (const layer of LAYERS) {
      layer.source.clear(true);
      layer.source.addFeatures(layer.of(data));
    }
    crowds();
    const words = { low: level(Number(filter.elements.low.value)), high: level(Number(filter.elements.high.value)), when: wanted.at ? clock(wanted.at) : "any time" };
    for (const shown of filter.querySelectorAll("output")) shown.textContent = words[shown.dataset.for];
    const all = data.notices.length + data.left;
    count.textContent = `${notices.source.getFeatures().length} of ${all} notices drawn${notices.crowded ? ", names from closer in" : ""}`;
    chart.dataset.drawn = String(notices.source.getFeatures().length);
  }
  filter.addEventListener("input", draw);

  // ---- what changes
  let last = "";
  let asking = false;
  let again = false;
  async function load() {
    if (asking) { again = true; return; }
    asking = true;
    try {
      const answer = await fetch(chart.dataset.map, { credentials: "same-origin", cache: "no-store" });
      const text = answer.ok ? await answer.text() : last;
      if (text !== last) {
        const first = last === "";
        last = text;
        data = JSON.parse(text);
        draw();
        if (first && !recall()) showAll();
      }
    } catch {
      // The stale mark says it.
    } finally {
      setTimeout(() => { asking = false; if (again) { again = false; load(); } }, 1000);
    }
  }
  document.addEventListener("hotline:changed", () => { if (!chart.dataset.map.includes("?")) load(); });
  load();

  // ---- live traffic, once a second; a window that nobody sees asks for none
  async function look() {
    try {
      if (document.hidden) return;
      const answer = await fetch(chart.dataset.tracks, { credentials: "same-origin", cache: "no-store" });
      if (!answer.ok) throw new Error("no traffic");
      tracks = (await answer.json()).tracks;
    } catch {
      tracks = tracks.map((one) => ({ ...one, state: "LOST", alert: "" })); // never old places as if they were new
    } finally {
      planes.source.clear(true);
      planes.source.addFeatures(planes.of());
      crowds();
      const first = chart.dataset.tracked === undefined;
      chart.dataset.tracked = String(planes.source.getFeatures().length);
      if (first && view.getZoom() <= WORLD) showAll(); // traffic alone: no notice has given a view
      setTimeout(look, 1000);
    }
  }
  if (chart.dataset.tracks) look();

  // ---- the view, kept while this window is open
  function recall() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT));
      if (!kept || ![...kept.center, kept.zoom].every(Number.isFinite)) return false;
      view.setCenter(kept.center);
      view.setZoom(kept.zoom);
      return true;
    } catch {
      return false;
    }
  }
  map.on("moveend", () => {
    crowds();
    if (last === "") return;
    try { sessionStorage.setItem(KEPT, JSON.stringify({ center: view.getCenter(), zoom: view.getZoom() })); } catch { /* not kept */ }
  });
  function showAll() {
    const box = ol.extent.createEmpty();
    const sources = [notices, LAYERS[4]].some((layer) => !layer.source.isEmpty()) ? [notices, LAYERS[4]] : LAYERS;
    for (const layer of sources) if (!layer.source.isEmpty()) ol.extent.extend(box, layer.source.getExtent());
    if (!ol.extent.isEmpty(box) || box[0] === box[2]) view.fit(box, { padding: [28, 100, 24, 50], maxZoom: 10, size: map.getSize() });
  }

  // ---- naming, measuring, rings
  const say = (...parts) => said.replaceChildren(...parts);
  function link(one) {
    const name = document.createElement(one.address ? "a" : "b");
    name.textContent = one.name;
    if (one.address?.startsWith("/")) name.href = one.address;
    return name;
  }
  function name(spot) {
    const reach = view.getResolution() * REACH_PX;
    const box = [spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach];
    const found = [];
    for (const layer of [...LAYERS].reverse()) {
      layer.source.forEachFeatureIntersectingExtent(box, (shape) => { found.push(shape.get("thing")); });
    }
    const parts = [`${place(ol.proj.toLonLat(spot))}: `];
    found.slice(0, NAMED_MAX).forEach((one, i) => {
      const words = document.createElement("bdi");
      words.textContent = ` ${[one.levels, one.words].filter(Boolean).join(", ")}`;
      parts.push(i ? " · " : "", link(one), words);
    });
    if (found.length > NAMED_MAX) parts.push(` · and ${found.length - NAMED_MAX} more, see the table`);
    say(...parts, ...(found.length ? [] : ["nothing here"]));
  }
  let legs = [];
  function measure(spot) {
    legs.push(ol.proj.toLonLat(spot));
    hand.getFeatures().filter((one) => !one.get("ring")).forEach((one) => hand.removeFeature(one));
    let total = 0;
    for (let i = 1; i < legs.length; i++) total += ol.sphere.getDistance(legs[i - 1], legs[i]);
    hand.addFeature(new Feature({ geometry: new LineString(legs.map(onMap)) }));
    legs.forEach((leg, i) => hand.addFeature(new Feature({
      geometry: new Point(onMap(leg)), words: i && i === legs.length - 1 ? distance(total) : "",
    })));
    if (legs.length === 1) return say(`From ${place(legs[0])}. Press the next point, or move the cross and press Enter.`);
    const [from, to] = legs.slice(-2);
    const leg = `${distance(ol.sphere.getDistance(from, to))} at ${bearing(from, to)} to ${place(to)}`;
    say(legs.length > 2 ? `${leg}. In all ${distance(total)}.` : `${leg}.`);
  }
  function rings(on) {
    hand.getFeatures().filter((one) => one.get("ring")).forEach((one) => hand.removeFeature(one));
    if (!on) return;
    const centre = ol.proj.toLonLat(view.getCenter());
    const room = view.getResolution() * map.getSize()[1] * Math.cos(rad(centre[1])) / 2 / NM; // from the middle to the edge
    const step = RING_STEPS_NM.findLast((nm) => nm * (RINGS - 1) <= room) ?? RING_STEPS_NM[0];
    const radii = Array.from({ length: RINGS }, (_, i) => step * (i + 1));
    for (const nm of radii) {
      const round = Polygon.circular(centre, nm * NM, 96).transform("EPSG:4326", "EPSG:3857");
      const top = round.getExtent();
      hand.addFeature(new Feature({ geometry: round, ring: true, words: `${nm} NM`, at: new Point([(top[0] + top[2]) / 2, top[3]]) }));
    }
    hand.addFeature(new Feature({ geometry: new Point(view.getCenter()), ring: true, words: "" }));
    say(`Range rings of ${radii.join(", ")} NM round ${place(centre)}.`);
  }
  const pressed = (tool) => tools.querySelector(`[data-tool=${tool}]`).getAttribute("aria-pressed") === "true";
  const press = (tool, on) => tools.querySelector(`[data-tool=${tool}]`).setAttribute("aria-pressed", String(on));
  const act = (spot) => pressed("measure") ? measure(spot) : name(spot);
  function measuring(on) {
    press("measure", on);
    legs = [];
    chart.classList.toggle("measuring", on);
    if (on) say("Measure: press points on the map, or move the cross with the arrows and press Enter. Esc ends.");
  }
  const clear = () => { hand.clear(); press("rings", false); measuring(false); say("Cleared."); };
  const doing = {
    in: () => view.adjustZoom(1),
    out: () => view.adjustZoom(-1),
    all: showAll,
    rings: () => { press("rings", !pressed("rings")); rings(pressed("rings")); },
    measure: () => measuring(!pressed("measure")),
    clear,
  };
  tools.addEventListener("click", (event) => { doing[event.target.closest("[data-tool]")?.dataset.tool]?.(); });
  map.on("click", (event) => act(event.coordinate));
  chart.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); act(view.getCenter()); }
    if (event.key === "Escape" && pressed("measure")) measuring(false);
  });
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => {
    readInk();
    map.getLayers().forEach((layer) => layer.changed());
  });
})();
