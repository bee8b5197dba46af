// @ts-check
export { addHole, cutFeature, deleteFeature, drawFeature, fillHole, minus } from './cutFeature.js';
export { deleteVertex, neighbours, whyNotDeleted } from './deleteVertex.js';
export { mergeFeatures } from './mergeFeatures.js';
export { insertVertex, moved, moveFeature, moveVertex, moveVertices } from './moveVertices.js';
export { addPoint, movePoint } from './points.js';
export { simplifyFeature } from './simplifyFeature.js';
export { splitFeature } from './splitFeature.js';
export { traceAlong } from './trace.js';
