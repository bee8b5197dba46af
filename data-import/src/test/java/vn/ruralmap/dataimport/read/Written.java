package vn.ruralmap.dataimport.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.ruralmap.dataimport.encoding.Legacy;

/** A way to write a table of one column of texts. */
enum Written {
    SHAPEFILE {
        @Override
        Path write(Path folder, byte[] field, List<byte[]> values) throws IOException {
            int width = values.stream().mapToInt(value -> value.length).max().orElse(0) + 1;
            ShapefileBytes shapes = new ShapefileBytes(1);
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            for (byte[] value : values) {
                shapes.point(1, 2);
                rows.write(' ');
                rows.writeBytes(Legacy.padded(value, width));
            }
            byte[] header = new byte[65];
            header[0] = 3;
            header[4] = (byte) values.size();
            header[5] = (byte) (values.size() >> 8);
            header[8] = 65;
            header[10] = (byte) (width + 1);
            header[11] = (byte) ((width + 1) >> 8);
            System.arraycopy(field, 0, header, 32, Math.min(10, field.length));
            header[32 + 11] = 'C';
            header[32 + 16] = (byte) width;
            header[64] = 13;
            Files.write(folder.resolve("xa.dbf"), joined(List.of(header, rows.toByteArray())));
            return shapes.write(folder, "xa");
        }
    },
    CSV {
        @Override
        Path write(Path folder, byte[] field, List<byte[]> values) throws IOException {
            List<byte[]> parts = new ArrayList<>(List.of(plain("ma;"), field, plain(";dt\r\n")));
            for (byte[] value : values) {
                parts.addAll(List.of(plain("00123;"), value, plain(";1,5\r\n")));
            }
            return Files.write(folder.resolve("xa.csv"), joined(parts));
        }
    },
    QUOTED_CSV {
        @Override
        Path write(Path folder, byte[] field, List<byte[]> values) throws IOException {
            List<byte[]> parts = new ArrayList<>(List.of(plain("\"ma\",\""), field, plain("\",\"dt\"\n")));
            for (byte[] value : values) {
                parts.addAll(List.of(plain("\"00123\",\""), value, plain("\",\"1,5\"\n")));
            }
            return Files.write(folder.resolve("xa.csv"), joined(parts));
        }
    },
    MIF {
        @Override
        Path write(Path folder, byte[] field, List<byte[]> values) throws IOException {
            Files.write(folder.resolve("xa.mif"), mif("WindowsLatin1", field, values.size()));
            return Files.write(folder.resolve("xa.mid"), mid(values)).resolveSibling("xa.mif");
        }
    },
    TAB {
        @Override
        Path write(Path folder, byte[] field, List<byte[]> values) throws Exception {
            Files.write(folder.resolve("raw.mif"), mif("Neutral", field, values.size()));
            Files.write(folder.resolve("raw.mid"), mid(values));
            Gdal.ogr2ogr(folder, "-f", "MapInfo File", "xa.tab", "raw.mif");
            Path tab = folder.resolve("xa.tab");
            String header = Files.readString(tab, StandardCharsets.ISO_8859_1);
            return Files.writeString(tab, header.replace("Neutral", "WindowsLatin1"), StandardCharsets.ISO_8859_1);
        }
    },
    DXF {
        @Override
        Path write(Path folder, byte[] field, List<byte[]> values) throws IOException {
            Gdal.required();
            List<byte[]> parts = new ArrayList<>(List.of(plain("0\r\nSECTION\r\n2\r\nENTITIES\r\n")));
            for (byte[] value : values) {
                parts.add(plain("0\r\nTEXT\r\n8\r\nCHU\r\n10\r\n1\r\n20\r\n2\r\n40\r\n1\r\n1\r\n"));
                parts.addAll(List.of(value, plain("\r\n")));
            }
            parts.add(plain("0\r\nENDSEC\r\n0\r\nEOF\r\n"));
            return Files.write(folder.resolve("xa.dxf"), joined(parts));
        }
    };

    /** @param field name of the column, as stored */
    abstract Path write(Path folder, byte[] field, List<byte[]> values) throws Exception;

    private static byte[] mif(String charset, byte[] field, int rows) {
        String head = "Version 300\nCharset \"" + charset + "\"\nDelimiter \",\"\nColumns 1\n ";
        return joined(List.of(plain(head), field, plain(" Char(100)\nData\n\n" + "Point 105.5 9.5\n".repeat(rows))));
    }

    private static byte[] mid(List<byte[]> values) {
        List<byte[]> parts = new ArrayList<>();
        values.forEach(value -> parts.addAll(List.of(plain("\""), value, plain("\"\n"))));
        return joined(parts);
    }

    static byte[] plain(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
