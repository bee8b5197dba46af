/**
 * OGC API - Features: Part 1 (OGC 17-069r4), Part 2 (OGC 18-058r1), Part 3 (OGC 19-079r2), Part 4 (OGC 20-002), Part 5 (OGC 23-058).
 */
@NullMarked
package vn.ruralmap.server.ogcapi.features;

import org.jspecify.annotations.NullMarked;
