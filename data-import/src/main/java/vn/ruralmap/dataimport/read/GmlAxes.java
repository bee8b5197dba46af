package vn.ruralmap.dataimport.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Issue;

/**
 * What a {@code srsName} means for the numbers that follow.
 *
 * @param srsName as written; null: none
 * @param crs null: not named, or not understood
 * @param northingFirst true if the first number is the northward one
 */
record GmlAxes(@Nullable String srsName, @Nullable DeclaredCrs crs, boolean northingFirst) {

    /**
     * The notation decides: URN and the URL of OGC 09-048r5 mean the order of the authority, {@code EPSG:4326} and
     * {@code epsg.xml#4326} the easting first. Servers get it wrong, so that the numbers have the last word.
     */
    static GmlAxes of(@Nullable String srsName, NorthingFirst numbers, List<Issue> issues) {
        if (srsName == null) {
            return new GmlAxes(null, null, numbers.isLikely());
        }
        Optional<String> code = CoordinateSystems.normalise(srsName);
        if (code.isEmpty()) {
            issues.add(ReadIssues.crsNotUnderstood(srsName));
            return new GmlAxes(srsName, null, numbers.isLikely());
        }
        DeclaredCrs crs = DeclaredCrs.ofCode(code.get());
        String lower = srsName.strip().toLowerCase(Locale.ROOT);
        boolean authority = lower.startsWith("urn:") || lower.contains("/def/crs/");
        Optional<CoordinateSystem> system = CoordinateSystems.find(srsName);
        if (authority && system.isEmpty()) {
            return new GmlAxes(srsName, crs, numbers.isLikely());
        }
        boolean northingFirst =
                authority && system.map(known -> known.axisOrder().isSwapped()).orElse(false);
        if (northingFirst ? numbers.isUnlikely() : numbers.isLikely()) {
            issues.add(XmlIssues.axesSwapped(srsName));
            northingFirst = !northingFirst;
        }
        return new GmlAxes(srsName, crs, northingFirst);
    }
}
