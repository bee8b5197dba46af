package vn.ruralmap.server.render;

import org.locationtech.jts.geom.Envelope;

/** Two projections simple enough to be their own proof. */
public enum TestProjection implements MapProjection {
    /** x is longitude and y latitude. */
    PLATE_CARREE {
        @Override
        public void forward(double[] lonLat, int from, double[] xy, int to, int count) {
            System.arraycopy(lonLat, from, xy, to, 2 * count);
        }

        @Override
        public Envelope lonLatBounds(Envelope bounds) {
            return new Envelope(bounds);
        }
    },
    /** EPSG:3857. */
    WEB_MERCATOR {
        @Override
        public void forward(double[] lonLat, int from, double[] xy, int to, int count) {
            for (int i = 0; i < 2 * count; i += 2) {
                double sin = Math.sin(Math.toRadians(lonLat[from + i + 1]));
                xy[to + i] = Math.toRadians(lonLat[from + i]) * RADIUS;
                xy[to + i + 1] = 0.5 * Math.log((1 + sin) / (1 - sin)) * RADIUS;
            }
        }

        @Override
        public Envelope lonLatBounds(Envelope bounds) {
            return new Envelope(
                    Math.toDegrees(bounds.getMinX() / RADIUS),
                    Math.toDegrees(bounds.getMaxX() / RADIUS),
                    latitude(bounds.getMinY()),
                    latitude(bounds.getMaxY()));
        }

        private double latitude(double y) {
            return Math.toDegrees(2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2);
        }
    };

    private static final double RADIUS = 6378137;
    private static final double WORLD = 2 * Math.PI * RADIUS;
    private static final double SCALE_OF_ZOOM_0 = WORLD / 256 / 0.00028;

    /** A view of some tiles of the usual grid, from column x and row y. */
    public static MapView tiles(int zoom, int x, int y, int columns, int rows) {
        double size = WORLD / (1 << zoom);
        Envelope bounds = new Envelope(
                x * size - WORLD / 2,
                (x + columns) * size - WORLD / 2,
                WORLD / 2 - y * size,
                WORLD / 2 - (y + rows) * size);
        return new MapView(
                256 * columns,
                256 * rows,
                bounds,
                WEB_MERCATOR,
                SCALE_OF_ZOOM_0 / (1 << zoom),
                MapView.STANDARD_DPI,
                null,
                "vi");
    }

    /** A view of 1 degree per {@code pixelsPerDegree} pixels whose lower left corner is 0, 0. */
    static MapView plain(int widthPx, int heightPx, double pixelsPerDegree) {
        return new MapView(
                widthPx,
                heightPx,
                new Envelope(0, widthPx / pixelsPerDegree, 0, heightPx / pixelsPerDegree),
                PLATE_CARREE,
                1000,
                MapView.STANDARD_DPI,
                null,
                "vi");
    }
}
