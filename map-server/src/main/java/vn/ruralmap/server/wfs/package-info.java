/**
 * WFS 2.0.0 (OGC 09-025r2), 1.1.0 (OGC 04-094) and 1.0.0 (OGC 02-058) at {@code /wfs}, read from the snapshot.
 *
 * <p>{@link vn.ruralmap.server.wfs.WfsController} finds the {@link vn.ruralmap.server.wfs.WfsOperation} that a request names, which
 * reads it, from key-value pairs or an {@code XmlRequest}, into a typed {@link vn.ruralmap.server.wfs.WfsRequest}. {@code FeatureQueries}
 * looks up what its {@code QueryExpression}s name; a {@code FeatureFormat} writes what {@code FeatureSearch} finds. A new operation, filter
 * or format is a new class. Only public properties come in here; a private one is as unknown as one that is not there. Knows nothing of
 * the store.
 */
@NullMarked
package vn.ruralmap.server.wfs;

import org.jspecify.annotations.NullMarked;
