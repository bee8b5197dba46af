package vn.ruralmap.dataimport.read;

/**
 * What a file may cost. The defaults leave room for ten times the communes of the whole country in full resolution.
 *
 * <p>Measured: one polygon of 4 million vertices goes through a whole dry run in a heap of 1 GB, nearly all of which it
 * takes (resident 1.0 GB from GeoJSON, 1.1 GB from KML and GML, 1.2 GB from MIF, 1.3 GB from a GeoPackage or shapefile). A WKT in a CSV ends before, at
 * {@code textChars}. Texts are bound by value and by record, since a
 * record of {@code fields} values of {@code textChars} would take 20 GB.
 *
 * @param fileBytes size of the file, of each file that belongs to it, and of what is unpacked from a zip altogether
 * @param zipEntries entries of a zip
 * @param zipRatio unpacked to packed size of one entry, looked at from 64 MB on
 * @param records records of a data set
 * @param fields fields of a data set
 * @param pointsPerGeometry vertices of one record
 * @param textChars characters of one text value
 * @param recordChars characters of all values of one record; where bytes are cheaper to count, bytes
 * @param depth nesting of JSON and of geometry collections
 */
public record Limits(
        long fileBytes,
        int zipEntries,
        int zipRatio,
        int records,
        int fields,
        int pointsPerGeometry,
        int textChars,
        int recordChars,
        int depth) {

    public static final Limits DEFAULT =
            new Limits(4L << 30, 10_000, 200, 5_000_000, 1_000, 4_000_000, 10_000_000, 32_000_000, 40);
}
