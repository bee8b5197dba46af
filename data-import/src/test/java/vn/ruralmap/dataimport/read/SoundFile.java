package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.Legacy;
import vn.ruralmap.dataimport.read.ShapefileBytes.Column;

/**
 * A small file that can be imported: neighbours of a coverage, and something of everything that a reader looks at.
 *
 * @param layer that takes it
 * @param main name of the file to open
 * @param parts bytes by name of file; the main one among them
 */
public record SoundFile(String layer, String main, Map<String, byte[]> parts, AskedEncodings encodings) {

    private static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
            + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String NAMES = "Xã Kế Sách,Phường Vĩnh Châu,Xã Mỹ Tú,Xã Trần Đề,Xã Hồ Đắc Kiện,Xã An Lạc";

    /** The formats and text codecs that are read without another program. */
    public enum Kind {
        SHAPEFILE,
        SHAPEFILE_ZIP,
        GEOPACKAGE,
        GEOJSON,
        CSV,
        WKT,
        UTF16,
        KML,
        KMZ,
        GML,
        MIF,
        TCVN3,
        VNI,
        WINDOWS_1258,
        TCVN5712,
        VISCII
    }

    /** @param folder to work in */
    public static SoundFile of(Kind kind, Path folder) throws Exception {
        return switch (kind) {
            case SHAPEFILE -> communes("xa.shp", shapefile(NAMES, "UTF-8", "UTF-8"));
            case SHAPEFILE_ZIP ->
                communes(
                        "xa.zip",
                        Map.of("xa.zip", zip(shapefile(NAMES, "UTF-8", "UTF-8")).toBytes()));
            case GEOPACKAGE -> communes("xa.gpkg", Map.of("xa.gpkg", geoPackage(folder)));
            case GEOJSON -> communes("xa.geojson", text("xa.geojson", SoundTexts.GEOJSON));
            case CSV -> sites("diem.csv", SoundTexts.CSV, StandardCharsets.UTF_8);
            case UTF16 -> sites("diem.csv", SoundTexts.CSV, StandardCharsets.UTF_16);
            case WKT -> communes("xa.csv", text("xa.csv", SoundTexts.WKT));
            case KML -> sites("diem.kml", SoundTexts.KML, StandardCharsets.UTF_8);
            case KMZ ->
                new SoundFile(
                        "tourism_sites",
                        "diem.kmz",
                        Map.of(
                                "diem.kmz",
                                new ZipBytes()
                                        .add("doc.kml", SoundTexts.KML.getBytes(StandardCharsets.UTF_8))
                                        .add("files/anh.png", new byte[300])
                                        .toBytes()),
                        AskedEncodings.NONE);
            case GML -> communes("xa.gml", text("xa.gml", SoundTexts.GML));
            case MIF -> {
                Map<String, byte[]> parts = new LinkedHashMap<>(text("xa.mif", SoundTexts.MIF));
                parts.putAll(text("xa.mid", SoundTexts.MID));
                yield communes("xa.mif", parts);
            }
            case TCVN3 -> legacy("tcvn3", AskedEncodings.NONE);
            case VNI -> legacy("vni", AskedEncodings.NONE);
            case WINDOWS_1258 -> legacy("windows-1258", AskedEncodings.NONE);
            case TCVN5712 -> legacy("tcvn5712", AskedEncodings.NONE);
            case VISCII ->
                legacy("viscii", AskedEncodings.all(Encodings.findOwn("viscii").orElseThrow()));
        };
    }

    private static SoundFile legacy(String encoding, AskedEncodings asked) throws IOException {
        return new SoundFile("communes", "xa.shp", shapefile(NAMES, encoding, ""), asked);
    }

    private static SoundFile communes(String main, Map<String, byte[]> parts) {
        return new SoundFile("communes", main, parts, AskedEncodings.NONE);
    }

    private static SoundFile sites(String main, String text, Charset charset) {
        return new SoundFile("tourism_sites", main, Map.of(main, text.getBytes(charset)), AskedEncodings.NONE);
    }

    private static Map<String, byte[]> text(String name, String text) {
        return Map.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param cpg content of the .cpg; empty: none */
    private static Map<String, byte[]> shapefile(String names, String encoding, String cpg) {
        ShapefileBytes shapes = new ShapefileBytes(5)
                .parts(5, square(105.9, 9.5, 0.02), square(105.905, 9.505, 0.002))
                .parts(5, square(105.92, 9.5, 0.02))
                .parts(15, square(105.9, 9.52, 0.02))
                .parts(3, new double[] {105.9, 9.5, 106, 9.6})
                .multiPoint(105.9, 9.5, 105.91, 9.51)
                .parts(31, new int[] {2, 4}, square(105.95, 9.5, 0.01), square(105.97, 9.5, 0.01));
        List<Column> columns = List.of(
                new Column("ma_xa", 'C', 5, 0),
                new Column("ten_xa", 'C', 24, 0),
                new Column("dan_so", 'N', 9, 0),
                new Column("dien_tich", 'F', 12, 2),
                new Column("ngay", 'D', 8, 0),
                new Column("co", 'L', 1, 0),
                new Column("i", 'I', 4, 0));
        List<String[]> rows = new ArrayList<>();
        for (String name : names.split(",")) {
            String bytes = new String(Legacy.encode(name, encoding), StandardCharsets.ISO_8859_1);
            rows.add(new String[] {
                "3150" + rows.size(), bytes, "12345", "480.25", "20250701", "T", rows.size() + "\1\2\0"
            });
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("xa.shp", shapes.shp());
        parts.put("xa.dbf", ShapefileBytes.dbf(0, columns, rows.toArray(String[][]::new)));
        parts.put("xa.shx", shapes.shx(0, 1, 2, 3, 4, 5));
        parts.put("xa.prj", WGS84.getBytes(StandardCharsets.UTF_8));
        if (!cpg.isEmpty()) {
            parts.put("xa.cpg", cpg.getBytes(StandardCharsets.UTF_8));
        }
        return parts;
    }

    /** Clockwise, as ESRI wants shells. */
    private static double[] square(double x, double y, double side) {
        return new double[] {x, y, x, y + side, x + side, y + side, x + side, y, x, y};
    }

    private static ZipBytes zip(Map<String, byte[]> parts) {
        ZipBytes zip = new ZipBytes();
        parts.forEach((name, bytes) -> zip.add("xuất/" + name, bytes));
        return zip;
    }

    private static byte[] geoPackage(Path folder) throws Exception {
        Path file = Files.createTempDirectory(folder, "gpkg").resolve("sound.gpkg");
        return GeoPackageSourceTest.sound(file);
    }
}
