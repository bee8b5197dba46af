package vn.ruralmap.server.wms;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.MapView;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * A checked GetMap request, or the map part of a GetFeatureInfo request.
 *
 * @param layers bottom first, at the date of the request
 * @param crs of the image
 * @param bounds in units of the crs, x eastward
 * @param size of the image
 * @param format of the image
 * @param background null: transparent
 * @param dpi of the client's screen
 * @param language of texts that styles bring
 */
record MapRequest(
        List<LayerView> layers,
        CoordinateSystem crs,
        Envelope bounds,
        Size size,
        ImageFormat format,
        @Nullable Color background,
        double dpi,
        String language) {

    /** Largest width and height, so that one image never takes more than 64 MiB. */
    static final int MAX_PIXELS = 4096;

    static final int MAX_LAYERS = 50;

    /** Metres or degrees: far beyond every place on earth, and near enough to compute with. */
    private static final double MAX_COORDINATE = 1e9;
    /** Finer than any coordinate. */
    private static final double MIN_SIDE = 1e-9;

    private static final double PIXEL_METRES = 0.00028;
    private static final Pattern DPI_OPTION = Pattern.compile("(?:^|;)dpi:(\\d{1,4})(?:;|$)");

    /** Size of an image in pixels. */
    record Size(int widthPx, int heightPx) {}

    /** @throws RequestException with the code that the standard prescribes */
    static MapRequest parse(WmsVersion version, Parameters parameters, Snapshot snapshot, LocalDate today) {
        LocalDate date = date(parameters, today);
        CoordinateSystem crs = version.readCrs(parameters);
        return new MapRequest(
                layers(parameters, snapshot, date),
                crs,
                bounds(version, crs, parameters),
                new Size(side(parameters, "width"), side(parameters, "height")),
                format(parameters),
                background(parameters),
                dpi(parameters),
                parameters.language());
    }

    /**
     * By the rendering pixel of 0.28 mm (OGC 06-042 §7.2.4.6.9). On a denser screen the same map has more pixels and
     * larger symbols, and must obey the same rules: the pixel is smaller there.
     */
    double scaleDenominator() {
        double pixelMetres = PIXEL_METRES * MapView.STANDARD_DPI / dpi;
        return bounds.getWidth() * crs.metresPerUnit() / size.widthPx() / pixelMetres;
    }

    /** Height of a pixel in degrees of latitude, the measure for generalisation. */
    double degreesPerPixel() {
        return crs.toLonLat(bounds).getHeight() / size.heightPx();
    }

    /** In WMS the date is a dimension, and has codes of its own (OGC 06-042 annex C.4). */
    private static LocalDate date(Parameters parameters, LocalDate today) {
        try {
            return LegalDate.of(parameters, today);
        } catch (RequestException e) {
            throw RequestException.of(
                    "InvalidDimensionValue", "TIME", e.text().vi(), e.text().en());
        }
    }

    private static List<LayerView> layers(Parameters parameters, Snapshot snapshot, LocalDate date) {
        parameters.get("layers");
        List<String> names = parameters.list("layers");
        List<String> styles = parameters.list("styles");
        if (names.size() > MAX_LAYERS) {
            throw RequestException.invalid(
                    "LAYERS", "nhiều nhất " + MAX_LAYERS + " lớp", "at most " + MAX_LAYERS + " layers");
        }
        if (!styles.isEmpty() && styles.size() != names.size()) {
            throw RequestException.of(
                    "StyleNotDefined",
                    "STYLES",
                    "STYLES phải rỗng hoặc có " + names.size() + " mục như LAYERS",
                    "STYLES must be empty or have " + names.size() + " items, as LAYERS has");
        }
        List<LayerView> layers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            LayerView view = layer(snapshot, names.get(i), date, "LAYERS");
            checkStyle(view.layer(), styles.isEmpty() ? "" : styles.get(i), "STYLES");
            layers.add(view);
        }
        return layers;
    }

    /** Each layer has one style, which {@code default} and nothing mean too. */
    static void checkStyle(Layer layer, String style, String parameter) {
        if (!style.isEmpty()
                && !style.equals("default")
                && !style.equals(layer.presentation().style())) {
            throw RequestException.of(
                    "StyleNotDefined",
                    parameter,
                    "Lớp " + layer.name() + " không có kiểu này",
                    "the layer " + layer.name() + " has no such style");
        }
    }

    private static LayerView layer(Snapshot snapshot, String name, LocalDate date, String parameter) {
        return snapshot.view(layer(snapshot.catalogue(), name, parameter).name(), date);
    }

    /** @throws RequestException LayerNotDefined */
    static Layer layer(Catalogue catalogue, String name, String parameter) {
        String bare = name.startsWith("ntm:") ? name.substring(4) : name;
        return catalogue
                .findLayer(bare)
                .orElseThrow(() -> RequestException.of(
                        "LayerNotDefined",
                        parameter,
                        "Không có lớp này; danh sách có trong GetCapabilities",
                        "there is no such layer; GetCapabilities lists those there are"));
    }

    private static Envelope bounds(WmsVersion version, CoordinateSystem crs, Parameters parameters) {
        parameters.get("bbox");
        double[] n = new double[4];
        List<String> texts = parameters.list("bbox");
        try {
            for (int i = 0; i < 4; i++) {
                n[i] = Double.parseDouble(texts.get(i));
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw badBounds();
        }
        // the negations also catch NaN
        boolean tooFar = !(Arrays.stream(n).map(Math::abs).max().orElse(0) <= MAX_COORDINATE);
        if (texts.size() != 4 || tooFar || !(n[2] - n[0] >= MIN_SIDE) || !(n[3] - n[1] >= MIN_SIDE)) {
            throw badBounds();
        }
        return version.orient(crs, n[0], n[1], n[2], n[3]);
    }

    private static RequestException badBounds() {
        return RequestException.invalid(
                "BBOX",
                "cần bốn số: nhỏ nhất trước, lớn nhất sau, theo thứ tự trục của hệ tọa độ",
                "four numbers: minima first, then maxima, in the axis order of the coordinate system");
    }

    private static int side(Parameters parameters, String name) {
        return parameters
                .findInteger(name, 1, MAX_PIXELS)
                .orElseThrow(() -> RequestException.missing(name.toUpperCase(Locale.ROOT)));
    }

    private static ImageFormat format(Parameters parameters) {
        String text = parameters.get("format").replace(" ", "").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "image/png" -> ImageFormat.PNG;
            case "image/png8", "image/png;mode=8bit", "image/png;mode=8-bit" -> ImageFormat.PNG8;
            case "image/jpeg", "image/jpg" -> ImageFormat.JPEG;
            default ->
                throw RequestException.of(
                        "InvalidFormat",
                        "FORMAT",
                        "Chỉ có image/png, image/png; mode=8bit, image/jpeg",
                        "offered are image/png, image/png; mode=8bit, image/jpeg");
        };
    }

    static @Nullable Color background(Parameters parameters) {
        if (parameters.find("transparent").filter("true"::equalsIgnoreCase).isPresent()) {
            return null;
        }
        String text = parameters.find("bgcolor").orElse("0xFFFFFF");
        Matcher color = Pattern.compile("(?:0x|#)([0-9a-fA-F]{6})").matcher(text);
        if (!color.matches()) {
            throw RequestException.invalid("BGCOLOR", "cần dạng 0xRRGGBB", "the form is 0xRRGGBB");
        }
        return new Color(Integer.parseInt(color.group(1), 16));
    }

    /** QGIS sends DPI and MAP_RESOLUTION, GeoServer's clients FORMAT_OPTIONS=dpi:n. */
    static double dpi(Parameters parameters) {
        Matcher option = DPI_OPTION.matcher(parameters.find("format_options").orElse(""));
        if (option.find()) {
            return clampDpi(Integer.parseInt(option.group(1)));
        }
        return parameters
                .findInteger("dpi", 1, 2400)
                .or(() -> parameters.findInteger("map_resolution", 1, 2400))
                .map(MapRequest::clampDpi)
                .orElse(MapView.STANDARD_DPI);
    }

    private static double clampDpi(int dpi) {
        return Math.max(30, Math.min(600, dpi));
    }
}
