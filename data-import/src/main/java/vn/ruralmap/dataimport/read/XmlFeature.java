package vn.ruralmap.dataimport.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of an XML file.
 *
 * @param type its element name
 * @param values texts by field name, in the order of the file
 * @param geometry in the order of axes of the file; null: none, damaged, or not asked for
 * @param srsName what its geometry names; null: nothing
 */
record XmlFeature(
        String type,
        Map<String, String> values,
        @Nullable Geometry geometry,
        @Nullable String srsName) {}
