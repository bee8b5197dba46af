package vn.ruralmap.server.ogcapi.features;

import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.support.RequestException;

/** Finds collections by their ids, which are the names of layers. */
final class Collections {

    private Collections() {}

    /** @throws RequestException status 404 */
    static Layer get(Exchange exchange, String id) {
        return exchange.snapshot()
                .catalogue()
                .findLayer(id)
                .orElseThrow(() -> RequestException.of(
                        404,
                        "NotFound",
                        "collectionId",
                        "Không có bộ dữ liệu này; danh sách ở /ogc/collections",
                        "There is no such collection; /ogc/collections lists those there are"));
    }
}
