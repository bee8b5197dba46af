package vn.ruralmap.server.wms;

import java.awt.Color;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.render.CrsProjection;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.MapView;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * A checked GetMap request, or the map part of a GetFeatureInfo request.
 *
 * @param layers bottom first, at the date of the request, each in its style
 * @param crs of the image
 * @param bounds in units of the crs, x eastward
 * @param size of the image
 * @param format of the image
 * @param background null: transparent
 * @param dpi of the client's screen
 * @param language of texts that styles bring
 */
record MapRequest(
        List<StyledLayer> layers,
        CoordinateSystem crs,
        Envelope bounds,
        Size size,
        ImageFormat format,
        @Nullable Color background,
        double dpi,
        String language) {

    /** Metres or degrees: far beyond every place on earth, and near enough to compute with. */
    private static final double MAX_COORDINATE = 1e9;
    /** Finer than any coordinate. */
    private static final double MIN_SIDE = 1e-9;

    private static final double PIXEL_METRES = 0.00028;
    private static final Pattern DPI_OPTION = Pattern.compile("(?:^|;)dpi:(\\d{1,4})(?:;|$)");

    /** Size of an image in pixels. */
    record Size(int widthPx, int heightPx) {}

    /** @throws RequestException with the code that the standard prescribes */
    static MapRequest parse(
            WmsVersion version, Parameters parameters, Snapshot snapshot, LocalDate today, WmsLimits limits) {
        LocalDate date = date(parameters, today);
        CoordinateSystem crs = version.readCrs(parameters);
        return new MapRequest(
                LayerSelection.read(parameters, snapshot, date),
                crs,
                bounds(version, crs, parameters),
                new Size(side(parameters, "width", limits), side(parameters, "height", limits)),
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

    /** What the renderer is told. */
    MapView view() {
        return new MapView(
                size.widthPx(),
                size.heightPx(),
                bounds,
                new CrsProjection(crs),
                scaleDenominator(),
                dpi,
                background,
                language);
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

    private static int side(Parameters parameters, String name, WmsLimits limits) {
        return parameters
                .findInteger(name, 1, limits.maxSide())
                .orElseThrow(() -> RequestException.missing(name.toUpperCase(Locale.ROOT)));
    }

    static ImageFormat format(Parameters parameters) {
        String text = parameters.get("format").replace(" ", "").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "image/png" -> ImageFormat.PNG;
            case "image/png8", "image/png;mode=8bit", "image/png;mode=8-bit" -> ImageFormat.PNG8;
            case "image/jpeg", "image/jpg" -> ImageFormat.JPEG;
            case "image/gif" -> ImageFormat.GIF;
            default -> {
                String offered = Arrays.stream(ImageFormat.values())
                        .map(ImageFormat::mediaType)
                        .collect(Collectors.joining(", "));
                throw RequestException.of("InvalidFormat", "FORMAT", "Chỉ có " + offered, "offered are " + offered);
            }
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
