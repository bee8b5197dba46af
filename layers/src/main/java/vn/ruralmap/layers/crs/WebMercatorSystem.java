package vn.ruralmap.layers.crs;

/** EPSG:3857, Popular Visualisation Pseudo-Mercator (EPSG method 1024): the sphere's formula on WGS84 coordinates. */
record WebMercatorSystem(String code) implements CoordinateSystem {

    private static final double RADIUS_METRES = 6378137.0;
    private static final double METRES_PER_DEGREE = Math.PI * RADIUS_METRES / 180.0;
    /** Where y equals half the world's width. */
    private static final double MAX_LATITUDE = 85.05112877980659;

    @Override
    public String name() {
        return "WGS 84 / Pseudo-Mercator";
    }

    @Override
    public AxisOrder axisOrder() {
        return AxisOrder.EAST_NORTH;
    }

    @Override
    public boolean isGeographic() {
        return false;
    }

    @Override
    public void fromLonLat(double[] lonLat, int from, double[] xy, int to, int points) {
        for (int i = 0; i < points; i++) {
            double latitude = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lonLat[from + 2 * i + 1]));
            xy[to + 2 * i] = lonLat[from + 2 * i] * METRES_PER_DEGREE;
            xy[to + 2 * i + 1] = RADIUS_METRES * IsometricLatitude.of(latitude);
        }
    }

    @Override
    public void toLonLat(double[] xy, int from, double[] lonLat, int to, int points) {
        for (int i = 0; i < points; i++) {
            double y = xy[from + 2 * i + 1];
            lonLat[to + 2 * i] = xy[from + 2 * i] / METRES_PER_DEGREE;
            lonLat[to + 2 * i + 1] = Math.toDegrees(Math.atan(Math.sinh(y / RADIUS_METRES)));
        }
    }
}
