package vn.ruralmap.layers.crs;

import java.util.List;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The system that a file or a person means.
 *
 * @param system it
 * @param transformation the operation to WGS84, to be kept with the data
 * @param warnings what a person must look at: an unknown datum shift, parameters that were replaced
 */
public record DeclaredSystem(CoordinateSystem system, String transformation, List<LocalizedText> warnings) {
    public DeclaredSystem {
        warnings = List.copyOf(warnings);
    }
}
