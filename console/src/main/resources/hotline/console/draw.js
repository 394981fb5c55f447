// Hotline console, drawing: a circle or an outline on the map fills the fields of a notice's form,
// and what is typed there is drawn. The fields are what is sent; without this script they are typed.
(() => {
  "use strict";
  const chart = document.getElementById("draw");
  const where = document.querySelector("textarea[name=outline]");
  const radius = document.querySelector("input[name=radius]");
  if (!chart || !where || !radius || !window.ol) return;
  const said = document.getElementById("draw-said");
  const tools = document.getElementById("draw-tools");
  const NM = 1852;
  const NANO = 1e-9;
  const CORNERS_MAX = 50;
  const CIRCLE_POINTS = 96;

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const { Style, Stroke, Fill, Circle } = ol.style;
  const stroke = (color, width, lineDash) => new Stroke({ color: token(color), width, lineDash });
  const say = (words) => { said.textContent = words; };

  // ---- positions as they are typed: N 47 30.00 E 008 20.00, to a hundredth of a minute
  function angle(degrees, plus, minus, digits) {
    const hundredths = Math.round(Math.abs(degrees) * 6000);
    const minutes = (hundredths % 6000) / 100;
    return `${degrees < 0 ? minus : plus} ${String(Math.floor(hundredths / 6000)).padStart(digits, "0")} ${minutes.toFixed(2).padStart(5, "0")}`;
  }
  const wrapped = (lng) => ((lng + 180) % 360 + 360) % 360 - 180;
  const typed = ([lng, lat]) => `${angle(lat, "N", "S", 2)} ${angle(wrapped(lng), "E", "W", 3)}`;
  const FORM = /^([NS])\s*(\d{1,2})\s+(\d{1,2}(?:\.\d+)?)\s+([EW])\s*(\d{1,3})\s+(\d{1,2}(?:\.\d+)?)$/;
  function read(line) {
    const found = FORM.exec(line.trim().toUpperCase());
    if (!found) return null;
    const [, northSouth, lat, latMinutes, eastWest, lng, lngMinutes] = found;
    const y = Number(lat) + Number(latMinutes) / 60;
    const x = Number(lng) + Number(lngMinutes) / 60;
    return y > 90 || x > 180 ? null : [eastWest === "W" ? -x : x, northSouth === "S" ? -y : y];
  }
  function metres(text) {
    const found = /^(\d+(?:\.\d+)?)\s*(NM|KM|M)$/.exec(text.trim().toUpperCase());
    return found ? Number(found[1]) * { NM, KM: 1000, M: 1 }[found[2]] : null;
  }

  // ---- the map: land, what is known, what is drawn
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
  const land = new ol.source.Vector();
  const known = new ol.source.Vector();
  const drawn = new ol.source.Vector();
  const view = new ol.View({ center: [0, 0], zoom: 2, minZoom: 1, maxZoom: 14, enableRotation: false });
  const steer = ol.interaction.defaults.defaults({ mouseWheelZoom: false, doubleClickZoom: false, altShiftDragRotate: false, pinchRotate: false, zoomDuration: 0 });
  document.getElementById("draw-pane").hidden = false;
  const map = new ol.Map({
    target: chart, view, interactions: steer, controls: [new ol.control.ScaleLine({ units: "nautical" }), new ol.control.Zoom({ duration: 0 })],
    layers: [
      new ol.layer.VectorImage({
        source: land,
        style: (shape) => shape.get("layer") === "land"
          ? new Style({ fill: new Fill({ color: token("map-land") }), stroke: stroke("map-coast", 1) })
          : new Style({ stroke: stroke("map-coast", 1, [6, 3, 1, 3]) }),
      }),
      new ol.layer.VectorImage({ source: known, style: (shape) => new Style({ stroke: stroke(shape.get("ink"), 1.5, shape.get("dash")) }) }),
      new ol.layer.Vector({
        source: drawn,
        style: () => new Style({
          stroke: stroke("text", 3), fill: new Fill({ color: "rgba(128, 128, 128, .25)" }),
          image: new Circle({ radius: 5, fill: new Fill({ color: token("text") }) }),
        }),
      }),
    ],
  });
  fetch(chart.dataset.world).then((answer) => answer.json()).then((world) => {
    const format = new ol.format.TopoJSON({ layerName: "layer" });
    land.addFeatures(format.readFeatures(world, { dataProjection: "EPSG:4326", featureProjection: "EPSG:3857" }));
    chart.dataset.land = "drawn";
  }).catch(() => { chart.dataset.land = "none"; });
  fetch(chart.dataset.map, { credentials: "same-origin", cache: "no-store" }).then((answer) => answer.json()).then((data) => {
    const add = (geometry, ink, dash) => known.addFeature(new ol.Feature({ geometry, ink, dash }));
    const ring = (flat) => { const points = path(flat); return [[...points, points[0]]]; };
    for (const one of data.zones) add(new ol.geom.Polygon(ring(one.outline)), "map-ink", [2, 4]);
    for (const one of data.lines) add(new ol.geom.LineString(path(one.points)), "map-ink", [14, 4, 3, 4]);
    for (const one of data.notices) {
      for (const outline of one.outlines) add(new ol.geom.Polygon(ring(outline)), { n: "north", s: "south" }[one.side] ?? "map-ink", one.exact ? undefined : [2, 3]);
    }
    if (drawn.isEmpty()) show(known);
  }).catch(() => {}); // the stale mark says it
  function show(source) {
    const box = source.getExtent();
    if (!source.isEmpty() && !ol.extent.isEmpty(box)) view.fit(box, { padding: [24, 24, 24, 24], maxZoom: 10, size: map.getSize() });
  }

  // ---- what is typed is drawn
  function redraw() {
    drawn.clear();
    const lines = where.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const places = lines.map(read);
    if (lines.length === 0) return;
    if (places.includes(null)) return say("The form has positions that are not drawn here; they count as they are typed.");
    const far = metres(radius.value);
    if (places.length === 1 && far) {
      drawn.addFeature(new ol.Feature(ol.geom.Polygon.circular(places[0], far, CIRCLE_POINTS).transform("EPSG:4326", "EPSG:3857")));
    } else if (places.length >= 3) {
      drawn.addFeature(new ol.Feature(new ol.geom.Polygon([[...places, places[0]].map(onMap)])));
    } else {
      for (const place of places) drawn.addFeature(new ol.Feature(new ol.geom.Point(onMap(place))));
    }
  }
  for (const field of [where, radius]) field.addEventListener("input", redraw);

  // ---- what is drawn is typed
  function fill(lines, far) {
    where.value = lines.join("\n");
    radius.value = far;
    where.dispatchEvent(new Event("input", { bubbles: true })); // as if it had been typed
  }
  function circle(shape) {
    const centre = ol.proj.toLonLat(shape.getCenter());
    const edge = ol.proj.toLonLat([shape.getCenter()[0] + shape.getRadius(), shape.getCenter()[1]]);
    const tenths = Math.max(1, Math.ceil(ol.sphere.getDistance(centre, edge) / NM * 10));
    fill([typed(centre)], `${(tenths / 10).toFixed(1)} NM`);
    say(`Circle of ${(tenths / 10).toFixed(1)} NM: it stands in the form. Levels and times are still to be typed.`);
  }
  function outline(shape) {
    const corners = shape.getCoordinates()[0].slice(0, -1).map((spot) => typed(ol.proj.toLonLat(spot)));
    fill(corners, "");
    say(`Outline of ${corners.length} corners: it stands in the form. Levels and times are still to be typed.`);
  }
  let pen = null;
  function take(tool) {
    if (pen) map.removeInteraction(pen);
    pen = null;
    for (const button of tools.querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", String(button.dataset.draw === tool));
    chart.classList.toggle("drawing", tool !== "");
    if (tool === "") return;
    pen = new ol.interaction.Draw({ type: tool === "circle" ? "Circle" : "Polygon", maxPoints: tool === "circle" ? undefined : CORNERS_MAX, stopClick: true });
    pen.on("drawend", (event) => {
      (tool === "circle" ? circle : outline)(event.feature.getGeometry());
      take("");
    });
    map.addInteraction(pen);
    say(tool === "circle"
      ? "Press the centre, then the edge. Esc ends."
      : `Press each corner, at most ${CORNERS_MAX}; press the first again, or the last twice, to close. Esc ends.`);
  }
  const doing = {
    circle: () => take("circle"),
    outline: () => take("outline"),
    all: () => show(drawn.isEmpty() ? known : drawn),
    clear: () => { take(""); fill([], ""); say("Cleared, also in the form."); },
  };
  tools.addEventListener("click", (event) => { doing[event.target.closest("[data-draw]")?.dataset.draw]?.(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && pen) { take(""); say("Nothing was drawn; the form is as it was."); } });
  redraw();
  if (!drawn.isEmpty()) show(drawn);
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => map.getLayers().forEach((layer) => layer.changed()));
})();
