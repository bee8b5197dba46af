package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** What lies under a click on a map, in the formats of GetFeatureInfo. One service answers it, others may ask. */
public interface ClickedFeatures {

    /** Media types of the answers, the first the default. */
    List<String> mediaTypes();

    /**
     * Writes the answer.
     *
     * @param mediaType one of {@link #mediaTypes()}
     * @param request says who asks
     */
    void answer(Click click, String mediaType, HttpServletRequest request, HttpServletResponse response)
            throws IOException;

    /**
     * A click on an image of one layer.
     *
     * @param layer that is shown, with the style it is shown in
     * @param date that is shown
     * @param image what was clicked on
     * @param column of the pixel, from the left
     * @param row of the pixel, from the top
     * @param language of titles
     */
    record Click(StyledLayer layer, LocalDate date, Image image, int column, int row, String language) {}

    /** Names of a layer and of its style. */
    record StyledLayer(String name, String style) {}

    /**
     * An image.
     *
     * @param crs for example {@code EPSG:3857}
     * @param bounds in units of the crs, x eastward
     */
    record Image(String crs, Envelope bounds, int widthPx, int heightPx) {}
}
