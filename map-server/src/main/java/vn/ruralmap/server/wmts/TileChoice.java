package vn.ruralmap.server.wmts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.tiling.LayerChoice;
import vn.ruralmap.server.tiling.RasterFormats;
import vn.ruralmap.server.tiling.StyledView;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileFormat;
import vn.ruralmap.server.tiling.TileMatrix;
import vn.ruralmap.server.tiling.TileMatrixSet;
import vn.ruralmap.server.tiling.TileMatrixSets;
import vn.ruralmap.server.tiling.Tiles;

/** Looks up what a {@link TileCall} names; exceptions have the codes and locators of OGC 07-057r7 tables 24 and 28. */
final class TileChoice {

    private final Map<String, TileFormat> formats;

    TileChoice(RasterFormats raster, TileFormat vector) {
        formats = Map.of(
                raster.png().mediaType(), raster.png(),
                raster.jpeg().mediaType(), raster.jpeg(),
                vector.mediaType(), vector);
    }

    /** Media types, images first, PNG the first of them. */
    List<String> mediaTypes() {
        return formats.keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .sorted(java.util.Comparator.comparing((String type) -> !type.startsWith("image/")))
                .toList();
    }

    /** @throws RequestException InvalidParameterValue, TileOutOfRange */
    Tiles.Request find(TileCall call, Snapshot snapshot, LocalDate today) {
        Layer layer = snapshot.catalogue()
                .findLayer(call.layer())
                .orElseThrow(() -> invalid(
                        "Layer",
                        "không có lớp này; danh sách có trong GetCapabilities",
                        "there is no such layer; GetCapabilities lists those there are"));
        TileFormat format = Optional.ofNullable(formats.get(call.format()))
                .orElseThrow(() -> invalid(
                        "Format",
                        "chỉ có " + String.join(", ", mediaTypes()),
                        "offered are " + String.join(", ", mediaTypes())));
        MapStyle style = LayerChoice.findStyle(snapshot, layer, call.style())
                .orElseThrow(() -> invalid(
                        "Style",
                        "lớp " + layer.name() + " không có kiểu này",
                        "the layer " + layer.name() + " has no such style"));
        StyledView view = new StyledView(snapshot.view(layer.name(), date(call, today)), style);
        return new Tiles.Request(format, address(call.place()), List.of(view));
    }

    /** The date of the dimension, today by default. */
    static LocalDate date(TileCall call, LocalDate today) {
        return call.time() == null ? today : LegalDate.parse("Time", call.time(), today);
    }

    private static TileAddress address(TileCall.Place place) {
        TileMatrixSet set = TileMatrixSets.find(place.set())
                .orElseThrow(() -> invalid(
                        "TileMatrixSet",
                        "không có bộ ô này; danh sách có trong GetCapabilities",
                        "there is no such set; GetCapabilities lists those there are"));
        int level = set.findLevel(place.matrix())
                .orElseThrow(() -> invalid(
                        "TileMatrix",
                        "bộ ô này có các mức từ 0 đến " + (set.matrices().size() - 1),
                        "the set has matrices from 0 to " + (set.matrices().size() - 1)));
        TileMatrix matrix = set.matrices().get(level);
        int row = within("TileRow", place.row(), matrix.rows());
        int column = within("TileCol", place.column(), matrix.columns());
        return new TileAddress(set, level, column, row);
    }

    /**
     * A whole number from 0 to below a limit.
     *
     * @throws RequestException InvalidParameterValue if it is no number, TileOutOfRange if it is no such one
     */
    static int within(String locator, String text, int limit) {
        if (!text.matches("-?\\d{1,18}")) {
            throw invalid(locator, "cần số nguyên", "a whole number");
        }
        long value = Long.parseLong(text);
        if (value < 0 || value >= limit) {
            throw RequestException.of(
                    "TileOutOfRange",
                    locator,
                    locator + " phải từ 0 đến " + (limit - 1),
                    locator + " must be from 0 to " + (limit - 1));
        }
        return (int) value;
    }

    static RequestException invalid(String locator, String hintVi, String hintEn) {
        return RequestException.invalid(locator, hintVi, hintEn);
    }
}
