package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.support.ClickedFeatures;
import vn.ruralmap.server.support.Parameters;

/** GetFeatureInfo for other services: a click on their image is one on the same map here. */
@Component
class ClickAnswers implements ClickedFeatures {

    /** In which the easting or longitude comes first in every system. */
    private static final WmsVersion VERSION = WmsVersion.V1_1_1;

    private static final int MAX_FEATURES = 10;

    private final Snapshots snapshots;
    private final FeatureInfo featureInfo;
    private final WmsLimits limits;

    ClickAnswers(Snapshots snapshots, FeatureInfo featureInfo, WmsLimits limits) {
        this.snapshots = snapshots;
        this.featureInfo = featureInfo;
        this.limits = limits;
    }

    @Override
    public List<String> mediaTypes() {
        return InfoFormat.listMediaTypes();
    }

    @Override
    public void answer(Click click, String mediaType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Image image = click.image();
        Envelope box = image.bounds();
        Map<String, String> query = new HashMap<>();
        query.put("layers", click.layer().name());
        query.put("query_layers", click.layer().name());
        query.put("styles", click.layer().style());
        query.put(VERSION.crsParameter(), image.crs().equals("CRS:84") ? "EPSG:4326" : image.crs());
        query.put("bbox", box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY());
        query.put("width", Integer.toString(image.widthPx()));
        query.put("height", Integer.toString(image.heightPx()));
        query.put(VERSION.columnParameter(), Integer.toString(click.column()));
        query.put(VERSION.rowParameter(), Integer.toString(click.row()));
        query.put("time", click.date().toString());
        query.put("info_format", mediaType);
        query.put("feature_count", Integer.toString(MAX_FEATURES));
        query.put("language", click.language());
        featureInfo.answer(
                FeatureInfoRequest.parse(VERSION, Parameters.of(query), snapshots.current(), snapshots.today(), limits),
                request,
                response);
    }
}
