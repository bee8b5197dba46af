/**
 * WFS 2.0.0 (OGC 09-025r2) at {@code /wfs}, read from the snapshot.
 *
 * <p>{@link vn.ruralmap.server.wfs.WfsController} finds the {@link vn.ruralmap.server.wfs.WfsOperation} that a request
 * names; {@code GetFeatureReader} turns key-value pairs into a {@code GetFeatureRequest} of {@code FeatureQuery}s, each
 * with a {@code FeatureFilter}; a {@code FeatureFormat} writes the answer as a stream. A new operation, filter or format
 * is a new class. Only public properties come in here; a private one is as unknown as one that is not there. Knows
 * nothing of the store.
 */
@NullMarked
package vn.ruralmap.server.wfs;

import org.jspecify.annotations.NullMarked;
