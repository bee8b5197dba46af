package vn.ruralmap.dataimport.placing;

import vn.ruralmap.layers.crs.AxisOrder;
import vn.ruralmap.layers.crs.CoordinateSystem;

/** A system whose numbers come in another form, or with X and Y swapped. */
record FormedSystem(CoordinateSystem plain, NumberForm form, boolean swapped) implements CoordinateSystem {

    @Override
    public String code() {
        return plain.code() + form.suffix();
    }

    @Override
    public String name() {
        return swapped ? plain.name() + ", X = north, Y = east" : plain.name();
    }

    @Override
    public AxisOrder axisOrder() {
        return plain.axisOrder();
    }

    @Override
    public boolean isGeographic() {
        return plain.isGeographic();
    }

    @Override
    public void fromLonLat(double[] lonLat, int from, double[] xy, int to, int points) {
        plain.fromLonLat(lonLat, from, xy, to, points);
        for (int i = to; i < to + 2 * points; i += 2) {
            double x = form.write(xy[i]);
            double y = form.write(xy[i + 1]);
            xy[i] = swapped ? y : x;
            xy[i + 1] = swapped ? x : y;
        }
    }

    @Override
    public void toLonLat(double[] xy, int from, double[] lonLat, int to, int points) {
        for (int i = 0; i < 2 * points; i += 2) {
            double x = form.read(xy[from + i]);
            double y = form.read(xy[from + i + 1]);
            lonLat[to + i] = swapped ? y : x;
            lonLat[to + i + 1] = swapped ? x : y;
            if (Double.isFinite(x) && Double.isFinite(y)) {
                plain.toLonLat(lonLat, to + i, lonLat, to + i, 1);
            }
        }
    }
}
