package vn.ruralmap.layers.crs;

/** WGS84 degrees: what everything is stored in. */
record LonLatSystem(String code, String name, AxisOrder axisOrder) implements CoordinateSystem {

    @Override
    public boolean isGeographic() {
        return true;
    }

    @Override
    public void fromLonLat(double[] lonLat, int from, double[] xy, int to, int points) {
        System.arraycopy(lonLat, from, xy, to, 2 * points);
    }

    @Override
    public void toLonLat(double[] xy, int from, double[] lonLat, int to, int points) {
        System.arraycopy(xy, from, lonLat, to, 2 * points);
    }
}
