// @ts-check
// The only place that knows where Leaflet is served, so that no import map (an inline script) is needed
// and a move to Leaflet 2 touches one line. Elsewhere: constructors only, never the global L.
export * from '/webjars/leaflet/dist/leaflet-src.esm.js';
