package vn.ruralmap.dataimport.placing;

/**
 * The numbers that decide where a file lies. Two axes are at least 15′ (27 km) apart, a commune is some 5 km wide, VN-2000
 * and WGS84 differ by some 225 m, UTM and TM-3 on one meridian by 300 to 700 m.
 *
 * @param sampledRows so many rows, spread over the file, are tried
 * @param insideMetres a feature so near to a unit counts as inside: a site on the road that is the border
 * @param displacedMetres with a median distance above, and most features outside, a system does not fit. Features that
 *     name a unit of another date lie nearer than that, an axis aside never
 * @param fittingShare a system fits clearly if at least this share is inside
 * @param rivalShare a second system with at most this share is no rival; a first one with at least this share fits
 *     clearly too if its median distance is within {@code displacedMetres} and all others are {@code timesFarther} than
 *     that: units grew in mergers, and codes went to others
 * @param timesFarther nor is one whose median distance is so many times larger, counted from {@code insideMetres} on
 * @param sameOutlineMetres of two systems that both put features inside, the one whose outlines differ at most by this
 *     from those stored is right, if those of the other are {@code timesFarther} off
 * @param outlineNoiseMetres outlines nearer than this are the same
 * @param namedShare units that rows name are evidence if at least this share of the sample names one that is stored
 * @param dmsNumbers so many numbers that could all be degrees, minutes and seconds are no accident: each could with a
 *     probability of 0.36
 */
public record Thresholds(
        int sampledRows,
        double insideMetres,
        double displacedMetres,
        double fittingShare,
        double rivalShare,
        double timesFarther,
        double sameOutlineMetres,
        double outlineNoiseMetres,
        double namedShare,
        int dmsNumbers) {

    public static final Thresholds DEFAULT = new Thresholds(200, 100, 1000, 0.9, 0.5, 10, 50, 5, 0.1, 12);
}
