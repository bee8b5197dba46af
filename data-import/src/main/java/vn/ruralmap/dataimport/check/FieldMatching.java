package vn.ruralmap.dataimport.check;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import vn.ruralmap.dataimport.check.FieldMapping.Entry;
import vn.ruralmap.dataimport.check.FieldMapping.Reason;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.spelling.Folding;

/** Finds for each attribute the field that it is, the strongest reason first. */
final class FieldMatching {

    static final String VALID_FROM = "valid_from";
    static final String VALID_TO = "valid_to";
    static final String DECISION = "decision";

    /** Other names of the attributes that every layer has. */
    private static final Map<String, List<String>> COMMON = Map.of(
            VALID_FROM, List.of("hieu_luc_tu", "tu_ngay", "ngay_hieu_luc", "hl_tu"),
            VALID_TO, List.of("hieu_luc_den", "den_ngay", "het_hieu_luc", "hl_den"),
            DECISION, List.of("quyet_dinh", "so_quyet_dinh", "so_qd", "nghi_quyet"));

    /** How files call the name of a unit beside its code. */
    private static final Map<String, List<String>> UNIT_NAMES = Map.of(
            "communes", List.of("ten_xa", "xa", "commune_name"),
            "districts", List.of("ten_huyen", "huyen", "district_name"),
            "provinces", List.of("ten_tinh", "tinh", "province_name"));

    /** What a shapefile leaves of a field name: dBASE III has 11 bytes with the closing zero. */
    private static final int CUT_BYTES = 10;

    private final Layer layer;
    private final List<String> fields;
    private final Map<String, List<String>> targets = new LinkedHashMap<>();
    private final Map<String, Entry> found = new LinkedHashMap<>();
    private final Set<Integer> taken = new LinkedHashSet<>();
    private final List<Issue> issues = new ArrayList<>();

    FieldMatching(Layer layer, List<String> fields) {
        this.layer = layer;
        this.fields = fields;
        for (Attribute attribute : layer.attributes()) {
            targets.put(attribute.name(), attribute.aliases());
        }
        for (String common : List.of(VALID_FROM, VALID_TO, DECISION)) {
            targets.put(common, COMMON.get(common));
        }
    }

    FieldMapping match(Map<String, String> asked) throws InvalidMappingException {
        for (Map.Entry<String, String> entry : asked.entrySet()) {
            take(entry.getKey(), entry.getValue());
        }
        for (Reason reason : List.of(Reason.NAME, Reason.ALIAS, Reason.CUT)) {
            targets.keySet().forEach(target -> search(target, reason));
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!taken.contains(i)) {
                issues.add(CheckIssues.fieldIgnored(fields.get(i)));
            }
        }
        for (Attribute attribute : layer.attributes()) {
            if (attribute.isRequired() && !found.containsKey(attribute.name())) {
                issues.add(CheckIssues.requiredFieldMissing(attribute, fields));
            }
        }
        return new FieldMapping(List.copyOf(found.values()), besideReferences(), issues);
    }

    private List<Entry> besideReferences() {
        List<Entry> beside = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            for (String name : UNIT_NAMES.getOrDefault(Objects.toString(attribute.references(), ""), List.of())) {
                IntStream.range(0, fields.size())
                        .filter(i -> !taken.contains(i) && matches(fields.get(i), name, Reason.NAME))
                        .findFirst()
                        .ifPresent(i -> beside.add(new Entry(i, fields.get(i), attribute.name(), Reason.ALIAS)));
            }
        }
        return beside;
    }

    private void take(String field, String attribute) throws InvalidMappingException {
        int position = position(field);
        taken.add(position);
        if (attribute.isBlank()) {
            return;
        }
        String target = targets.keySet().stream()
                .filter(name -> Folding.letters(name).equals(Folding.letters(attribute)))
                .findFirst()
                .orElseThrow(() -> new InvalidMappingException(
                        "Lớp " + layer.name() + " không có thuộc tính '" + attribute + "'; có: "
                                + list(targets.keySet()),
                        "The layer " + layer.name() + " has no attribute '" + attribute + "'; it has: "
                                + list(targets.keySet())));
        if (found.put(target, new Entry(position, fields.get(position), target, Reason.ASKED)) != null) {
            throw new InvalidMappingException(
                    "Thuộc tính '" + target + "' được chỉ định cho hai trường.",
                    "Two fields were asked to be the attribute '" + target + "'.");
        }
    }

    private int position(String field) throws InvalidMappingException {
        int exact = fields.indexOf(field);
        if (exact >= 0) {
            return exact;
        }
        List<Integer> alike = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String folded = Folding.letters(fields.get(i));
            if (folded.equals(Folding.letters(field)) || isCut(fields.get(i), field)) {
                alike.add(i);
            }
        }
        if (alike.size() == 1) {
            return alike.get(0);
        }
        throw new InvalidMappingException(
                (alike.isEmpty() ? "Tệp không có trường '" : "Nhiều trường giống '") + field + "'; các trường: "
                        + list(fields),
                (alike.isEmpty() ? "The file has no field '" : "Several fields are like '") + field
                        + "'; its fields are: " + list(fields));
    }

    private void search(String target, Reason reason) {
        if (found.containsKey(target)) {
            return;
        }
        Set<Integer> positions = new LinkedHashSet<>();
        for (String name : reason == Reason.NAME ? List.of(target) : names(target)) {
            for (int i = 0; i < fields.size(); i++) {
                if (!taken.contains(i) && matches(fields.get(i), name, reason)) {
                    positions.add(i);
                }
            }
        }
        if (positions.isEmpty()) {
            return;
        }
        int first = positions.iterator().next();
        if (positions.size() > 1) {
            issues.add(CheckIssues.fieldAmbiguous(
                    target, positions.stream().map(fields::get).toList()));
        }
        taken.add(first);
        found.put(target, new Entry(first, fields.get(first), target, reason));
    }

    private List<String> names(String target) {
        List<String> names = new ArrayList<>(List.of(target));
        names.addAll(targets.getOrDefault(target, List.of()));
        return names;
    }

    private static boolean matches(String field, String name, Reason reason) {
        return reason == Reason.CUT
                ? isCut(field, name)
                : Folding.letters(field).equals(Folding.letters(name));
    }

    /**
     * True if a field is the start of a name, as long as a shapefile lets it be, less a letter cut in half. Ten bytes are ten letters
     * in an encoding of one byte each, fewer in others.
     */
    private static boolean isCut(String field, String name) {
        String whole = field.replaceAll("\uFFFD+$", "");
        int bytes = field.replace('\uFFFD', '?').getBytes(StandardCharsets.UTF_8).length;
        String folded = Folding.letters(whole);
        boolean isUtf8 = bytes >= CUT_BYTES - 1 && bytes <= CUT_BYTES;
        boolean isSingleByte = Normalizer.normalize(field, Normalizer.Form.NFC).length() == CUT_BYTES;
        return (isUtf8 || isSingleByte)
                && !folded.isEmpty()
                && Folding.letters(name).startsWith(folded);
    }

    private static String list(Iterable<String> names) {
        return String.join(", ", names);
    }
}
