package vn.ruralmap.server.tiles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.tiling.RasterFormats;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileFormat;
import vn.ruralmap.server.tiling.TileMatrixSets;

/**
 * What the path of a request says: {@code /communes/9/406/243.png}.
 *
 * @param layers names, bottom first
 */
record TilePath(List<String> layers, TileAddress address, TileFormat format) {

    /** Rows are counted from the north, as in every web map (not from the south, as in TMS). */
    private static final String FORM = "/tiles/{layer}/{z}/{x}/{y}.png, {y}@2x.png, {y}.mvt";

    /** More would not be read on one map. */
    static final int MAX_LAYERS = 20;

    /** What there is to choose from. */
    record Formats(RasterFormats raster, TileFormat vector) {}

    /**
     * @param path after {@code /tiles}, decoded
     * @throws RequestException status 404 for what there is not, 400 for what cannot be read
     */
    static TilePath parse(@Nullable String path, Formats formats) {
        String[] parts = path == null ? new String[0] : path.split("/", -1);
        if (parts.length != 5) {
            throw noSuchPath();
        }
        int dot = parts[4].indexOf('.');
        String last = dot < 0 ? parts[4] : parts[4].substring(0, dot);
        boolean isDense = last.endsWith("@2x");
        TileFormat format = format(dot < 0 ? "" : parts[4].substring(dot + 1), isDense, formats)
                .orElseThrow(TilePath::noSuchPath);
        long level = number("z", parts[2]);
        long column = number("x", parts[3]);
        long row = number("y", isDense ? last.substring(0, last.length() - 3) : last);
        if (level >= Integer.MAX_VALUE || !TileAddress.exists(TileMatrixSets.WEB_MERCATOR, (int) level, column, row)) {
            int finest = TileMatrixSets.WEB_MERCATOR.matrices().size() - 1;
            throw RequestException.of(
                    404,
                    "TileOutOfRange",
                    "z/x/y",
                    "Không có ô này: z từ 0 đến " + finest + ", x và y từ 0 đến 2^z - 1",
                    "There is no such tile: z from 0 to " + finest + ", x and y from 0 to 2^z - 1");
        }
        TileAddress address = new TileAddress(TileMatrixSets.WEB_MERCATOR, (int) level, (int) column, (int) row);
        return new TilePath(layers(parts[1]), address, format);
    }

    static List<String> layers(String text) {
        List<String> names = Arrays.asList(text.split(",", -1));
        if (names.size() > MAX_LAYERS) {
            throw RequestException.invalid(
                    "layer", "nhiều nhất " + MAX_LAYERS + " lớp", "at most " + MAX_LAYERS + " layers");
        }
        return names;
    }

    private static Optional<TileFormat> format(String extension, boolean isDense, Formats formats) {
        return switch (extension) {
            case "png" ->
                Optional.of(
                        isDense ? formats.raster().png2x() : formats.raster().png());
            // .pbf is what other servers call the same
            case "mvt", "pbf" -> isDense ? Optional.empty() : Optional.of(formats.vector());
            default -> Optional.empty();
        };
    }

    private static long number(String name, String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw RequestException.invalid(name, "cần số nguyên từ 0", "a whole number from 0");
        }
        return Long.parseLong(text);
    }

    static RequestException noSuchPath() {
        return RequestException.of(
                404, "NoSuchTile", "path", "Địa chỉ có dạng " + FORM, "The form of addresses is " + FORM);
    }
}
