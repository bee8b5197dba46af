package vn.ruralmap.server;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.formats.FileFormats;
import vn.ruralmap.server.tiling.EditedMap;
import vn.ruralmap.server.tiling.TileAddress;

/** Whatever of the server tells something of the zones of {@link FixtureData}: a new service belongs here. */
final class ZonePaths {

    static final String ITEMS = "/ogc/collections/material_zones/items";
    static final String ZONES = "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=material_zones";
    static final String CLICK = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&STYLES=&CRS=CRS:84"
            + "&BBOX=105.95,9.78,105.96,9.79&WIDTH=10&HEIGHT=10&I=4&J=4&FEATURE_COUNT=10"
            + "&LAYERS=material_zones&QUERY_LAYERS=material_zones&INFO_FORMAT=";
    static final String MAP = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=material_zones&STYLES=&CRS=CRS:84"
            + "&BBOX=105.95,9.78,106,9.79&WIDTH=100&HEIGHT=20&FORMAT=image/png";

    private ZonePaths() {}

    /** What shows a zone, to readers with all that is known of it. */
    static List<String> showing(ServerFixture server) {
        List<String> paths = new ArrayList<>(List.of(
                CLICK + "application/json",
                CLICK + "text/html",
                CLICK + "text/plain",
                CLICK + "application/vnd.ogc.gml",
                CLICK + "text/html&LANGUAGE=en",
                ZONES,
                ZONES + "&OUTPUTFORMAT=application/json",
                ZONES + "&OUTPUTFORMAT=csv",
                ZONES + "&PROPERTYNAME=*",
                ZONES + "&SORTBY=zone_code",
                ZONES + "&BBOX=9,105,10,107",
                ZONES.replace("2.0.0", "1.1.0").replace("TYPENAMES", "TYPENAME"),
                ZONES.replace("2.0.0", "1.0.0").replace("TYPENAMES", "TYPENAME"),
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&RESOURCEID=material_zones.1",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&ID=material_zones.1"
                        + "&STOREDQUERY_ID=urn:ogc:def:query:OGC-WFS::GetFeatureById",
                tileClick(),
                ITEMS + "?f=json",
                ITEMS + "?f=html",
                ITEMS + "?f=html&language=en",
                ITEMS + "?f=csv",
                ITEMS + "?f=json&sortby=zone_code&crs=http://www.opengis.net/def/crs/EPSG/0/9209",
                ITEMS + "?f=json&datetime=2025-07-02",
                ITEMS + "/1?f=json",
                ITEMS + "/1?f=html"));
        Layer zones = server.bean(Snapshots.class).current().layer("material_zones");
        server.bean(FileFormats.class).list(zones).stream()
                .filter(format -> !format.isPublic())
                .forEach(format -> paths.add("/download/material_zones." + format.name()));
        return paths;
    }

    /** A click on a zone of an image of WMTS. */
    private static String tileClick() {
        TileAddress tile = EditedMap.tileAt(14, 105.955, 9.785);
        Envelope box = tile.bounds();
        Envelope place = tile.set().crs().fromLonLat(new Envelope(105.955, 105.955, 9.785, 9.785));
        int i = (int) ((place.getMinX() - box.getMinX()) / box.getWidth() * 256);
        int j = (int) ((box.getMaxY() - place.getMinY()) / box.getHeight() * 256);
        return "/wmts/1.0.0/material_zones/default/GoogleMapsCompatible/14/" + tile.row() + "/" + tile.column() + "/"
                + j + "/" + i + ".json";
    }

    /** What describes zones, to readers with their private attributes. */
    static List<String> describing() {
        return List.of(
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=DescribeFeatureType&TYPENAMES=material_zones",
                "/wfs?SERVICE=WFS&VERSION=1.0.0&REQUEST=DescribeFeatureType",
                "/ogc/collections/material_zones/queryables?f=json",
                "/ogc/collections/material_zones/sortables?f=json",
                "/ogc/collections/material_zones/schema?f=json",
                "/ogc/collections/material_zones/schema?f=html",
                "/api/catalogue");
    }

    /** What is the same for everybody: it is drawn, shared by caches, or for programs that have no account. */
    static List<String> sameForAll() {
        return List.of(
                MAP,
                MAP + "&CQL_FILTER=status%3D%27active%27",
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=material_zones&FORMAT=image/png",
                "/wms?SERVICE=WMS&REQUEST=GetCapabilities",
                "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetCapabilities&LANGUAGE=en",
                "/wfs?SERVICE=WFS&REQUEST=GetCapabilities",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=DescribeStoredQueries",
                "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities",
                "/tiles/material_zones.json",
                "/tiles/material_zones/13/6507/3872.png",
                "/tiles/material_zones/13/6507/3872.mvt",
                "/ogc/collections/material_zones/tiles/WebMercatorQuad/13/3872/6507?f=mvt",
                "/ogc/collections/material_zones?f=json",
                "/ogc/collections?f=html",
                "/ogc/api?f=json",
                "/styles/material_zones.sld",
                "/catalog.jsonld",
                "/metadata/material_zones",
                // buyers in the EU are given what they ask for
                "/download/material_zones.eudr.geojson",
                "/ogc/collections/communes/items?f=json",
                "/download/communes.csv",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=communes");
    }
}
