package vn.ruralmap.dataimport.placing;

/** How the numbers of a coordinate are written. */
enum NumberForm {
    AS_IS(""),
    /** Degrees, minutes and seconds in one number: 105.3042 or 1053042.0 is 105°30′42″. */
    DMS("/dms"),
    KILOMETRES("/km"),
    CENTIMETRES("/cm");

    /** Beyond any degree; a packed ddmmss of Vietnam is at least 50000. */
    private static final double PACKED_FROM = 1000;

    private final String suffix;

    NumberForm(String suffix) {
        this.suffix = suffix;
    }

    /** What follows a code in {@code --crs}. */
    String suffix() {
        return suffix;
    }

    /** The number as the coordinate system means it; NaN if it is none of this form. */
    double read(double written) {
        return switch (this) {
            case AS_IS -> written;
            case DMS -> degrees(written);
            case KILOMETRES -> written * 1000;
            case CENTIMETRES -> written / 100;
        };
    }

    /** The opposite of {@link #read}; degrees as 105.3042. */
    double write(double value) {
        return switch (this) {
            case AS_IS -> value;
            case DMS -> dms(value);
            case KILOMETRES -> value / 1000;
            case CENTIMETRES -> value * 100;
        };
    }

    private static double degrees(double written) {
        // decimal digits as binary fractions: 105.3 must not become 29.99 minutes
        double size = Math.abs(written);
        double packed = Math.round((size < PACKED_FROM ? size * 10_000 : size) * 1e6) / 1e6;
        double degrees = Math.floor(packed / 10_000);
        double minutes = Math.floor(packed / 100) % 100;
        double seconds = packed % 100;
        if (minutes >= 60 || seconds >= 60) {
            return Double.NaN;
        }
        return Math.signum(written) * (degrees + minutes / 60 + seconds / 3600);
    }

    private static double dms(double degrees) {
        double seconds = Math.abs(degrees) * 3600;
        double whole = Math.floor(seconds / 3600);
        double minutes = Math.floor(seconds / 60) % 60;
        return Math.signum(degrees) * (whole + minutes / 100 + (seconds % 60) / 10_000);
    }
}
