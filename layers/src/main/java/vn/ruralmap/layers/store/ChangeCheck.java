package vn.ruralmap.layers.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/** What every adapter demands of a changeset before it touches the store: the layer's schema, whoever wrote it. */
public final class ChangeCheck {

    private ChangeCheck() {}

    /** @throws InvalidChangeException naming the first change that breaks the schema */
    public static void check(Catalogue catalogue, ChangesetDraft draft) {
        Set<String> touched = new HashSet<>();
        for (Change change : draft.changes()) {
            Layer layer = catalogue
                    .findLayer(change.layer())
                    .orElseThrow(
                            () -> invalid("Không có lớp " + change.layer(), "There is no layer " + change.layer()));
            if (change instanceof Change.Insert insert) {
                check(layer, layer.name(), insert.content());
            } else if (change instanceof Change.Update update) {
                once(touched, layer, update.fid());
                check(layer, layer.name() + "." + update.fid(), update.content());
            } else if (change instanceof Change.Restore restore) {
                once(touched, layer, restore.fid());
                check(layer, layer.name() + "." + restore.fid(), restore.content());
            } else if (change instanceof Change.Delete delete) {
                once(touched, layer, delete.fid());
            }
        }
    }

    private static void once(Set<String> touched, Layer layer, long fid) {
        String id = layer.name() + "." + fid;
        if (!touched.add(id)) {
            throw invalid(
                    id + " bị thay đổi hai lần trong một lần cập nhật", id + " is changed twice in one changeset");
        }
    }

    private static void check(Layer layer, String id, Change.Content content) {
        List<Attribute> attributes = layer.attributes();
        if (content.values().size() != attributes.size()) {
            throw invalid(
                    id + ": cần " + attributes.size() + " giá trị, có "
                            + content.values().size(),
                    id + ": needs " + attributes.size() + " values, has "
                            + content.values().size());
        }
        for (int i = 0; i < attributes.size(); i++) {
            checkValue(id, attributes.get(i), content.values().get(i));
        }
        checkGeometry(layer, id, content.geometry());
    }

    private static void checkValue(String id, Attribute attribute, @Nullable Object value) {
        if (value == null) {
            if (attribute.isRequired()) {
                throw invalid(
                        id + ": thiếu giá trị bắt buộc '" + attribute.name() + "'",
                        id + ": the required value '" + attribute.name() + "' is missing");
            }
            return;
        }
        boolean fits = attribute.type().valueClass().isInstance(value)
                && !(value instanceof Double number && !Double.isFinite(number));
        if (!fits) {
            throw invalid(
                    id + ": '" + attribute.name() + "' không nhận giá trị kiểu này",
                    id + ": '" + attribute.name() + "' does not take a "
                            + value.getClass().getSimpleName());
        }
        if (attribute.type() == AttributeType.CODE
                && attribute.findCode((String) value).isEmpty()) {
            throw invalid(
                    id + ": '" + value + "' không có trong danh mục của '" + attribute.name() + "'",
                    id + ": '" + value + "' is not in the code list of '" + attribute.name() + "'");
        }
    }

    private static void checkGeometry(Layer layer, String id, @Nullable Geometry geometry) {
        if (layer.isDerived() != (geometry == null)) {
            throw geometry == null
                    ? invalid(id + ": thiếu hình học", id + ": the geometry is missing")
                    : invalid(id + ": lớp này không có hình học riêng", id + ": this layer has no geometry of its own");
        }
        if (geometry == null) {
            return;
        }
        if (geometry.isEmpty() || !layer.geometryKinds().contains(GeometryKind.of(geometry))) {
            throw invalid(
                    id + ": lớp " + layer.name() + " không nhận " + geometry.getGeometryType(),
                    id + ": the layer " + layer.name() + " does not take a " + (geometry.isEmpty() ? "empty " : "")
                            + geometry.getGeometryType());
        }
        if (!CoordinateGrid.snap(geometry).equalsExact(geometry)) {
            throw invalid(
                    id + ": tọa độ không nằm trên lưới 1e-8 độ", id + ": coordinates are off the 1e-8 degree grid");
        }
    }

    private static InvalidChangeException invalid(String vi, String en) {
        return new InvalidChangeException(new LocalizedText(vi, en));
    }
}
