package vn.ruralmap.layers.crs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ruralmap.layers.model.LocalizedText;

/** Looks whether a central meridian of VN-2000 is the one that people meant. */
final class MeridianCheck {

    /** "TM-3 105-30", "KTT 105°45'", "VN2000_10530". */
    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(10[2-9])[^0-9.,]{0,3}(00|15|30|45)(?!\\d)");

    private static final double TOLERANCE_DEGREES = 1e-6;
    private static final double SCALE_OF_TM3 = 0.9999;

    private MeridianCheck() {}

    /** EPSG:6956 to 6959 had the false northing in place of the false easting. */
    static TransverseMercator straightened(TransverseMercator given, List<LocalizedText> warnings) {
        if (given.falseEastingMetres() != 0 || given.falseNorthingMetres() != 500_000) {
            return given;
        }
        TransverseMercator straight =
                new TransverseMercator(given.datum(), given.centralMeridian(), given.scaleFactor(), 500_000, 0);
        return CoordinateSystems.find(straight)
                .map(system -> {
                    warnings.add(DatumWarnings.swappedOrigin(system.code()));
                    return straight;
                })
                .orElse(given);
    }

    static void check(String name, TransverseMercator given, List<LocalizedText> warnings) {
        Matcher named = IN_NAME.matcher(name);
        double meridian = given.centralMeridian();
        if (named.find()) {
            double degrees = Integer.parseInt(named.group(1)) + Integer.parseInt(named.group(2)) / 60.0;
            if (Math.abs(degrees - meridian) > TOLERANCE_DEGREES) {
                warnings.add(DatumWarnings.otherMeridianInName(named.group(1) + "°" + named.group(2) + "′", meridian));
            }
        }
        double minutes = (meridian - Math.floor(meridian)) * 100;
        if (CoordinateSystems.find(given).isEmpty() && given.scaleFactor() == SCALE_OF_TM3 && minutes < 60) {
            TransverseMercator asMinutes = new TransverseMercator(
                    given.datum(),
                    Math.floor(meridian) + Math.round(minutes) / 60.0,
                    given.scaleFactor(),
                    given.falseEastingMetres(),
                    given.falseNorthingMetres());
            CoordinateSystems.find(asMinutes)
                    .ifPresent(system -> warnings.add(DatumWarnings.sexagesimalMeridian(meridian, system.code())));
        }
    }
}
