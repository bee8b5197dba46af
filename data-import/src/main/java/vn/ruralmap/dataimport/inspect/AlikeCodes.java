package vn.ruralmap.dataimport.inspect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/** Codes that differ only in what people confuse: hyphens, case, O and 0, I, L and 1. One of the two is a mistype. */
final class AlikeCodes {

    private static final Pattern BESIDES = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int NOBODY = 0;

    private final Layer layer;
    private final InspectIssues issues;
    private final List<Attribute> attributes;
    /** By attribute: a hash of what a code looks like, to the hash of the first code of that look. */
    private final List<Map<Integer, Integer>> looks = new ArrayList<>();
    /** By attribute: looks that more than one code has. */
    private final List<Set<Integer>> doubtful = new ArrayList<>();

    AlikeCodes(Layer layer, InspectIssues issues) {
        this.layer = layer;
        this.issues = issues;
        this.attributes = layer.attributes().stream()
                .filter(attribute -> attribute.isUnique() && attribute.type() == AttributeType.TEXT)
                .toList();
        attributes.forEach(attribute -> {
            looks.add(new HashMap<>());
            doubtful.add(new HashSet<>());
        });
    }

    /** Every feature, one after the other; only hashes are kept. */
    void note(Placed placed) {
        for (int i = 0; i < attributes.size(); i++) {
            if (code(placed, attributes.get(i)) instanceof String code) {
                int look = skeleton(code).hashCode();
                int first = looks.get(i).getOrDefault(look, NOBODY);
                if (first == NOBODY) {
                    looks.get(i).put(look, code.hashCode() | 1);
                } else if (first != (code.hashCode() | 1)) {
                    doubtful.get(i).add(look);
                }
            }
        }
    }

    /** @param features the same again; only those of doubtful looks are held */
    void check(List<Placed> features, Consumer<Issue> found) {
        for (int i = 0; i < attributes.size(); i++) {
            if (!doubtful.get(i).isEmpty()) {
                check(features, attributes.get(i), doubtful.get(i), found);
            }
        }
    }

    private void check(List<Placed> features, Attribute attribute, Set<Integer> doubtful, Consumer<Issue> found) {
        Map<String, List<Placed>> alike = new LinkedHashMap<>();
        for (Placed placed : features) {
            if (code(placed, attribute) instanceof String code
                    && doubtful.contains(skeleton(code).hashCode())) {
                alike.computeIfAbsent(skeleton(code), key -> new ArrayList<>(2)).add(placed);
            }
        }
        for (List<Placed> group : alike.values()) {
            for (Placed placed : group) {
                if (placed.isImported()) {
                    firstOther(placed, group, attribute)
                            .ifPresent(other -> found.accept(issues.alike(
                                    placed,
                                    other,
                                    attribute.name(),
                                    String.valueOf(code(placed, attribute)),
                                    String.valueOf(code(other, attribute)))));
                }
            }
        }
    }

    private Optional<Placed> firstOther(Placed placed, List<Placed> group, Attribute attribute) {
        return group.stream()
                .filter(other -> !Objects.equals(code(placed, attribute), code(other, attribute)))
                .filter(other -> other.row() < placed.row())
                .filter(other ->
                        other.content().validity().intersects(placed.content().validity()))
                .findFirst();
    }

    private @Nullable Object code(Placed placed, Attribute attribute) {
        return placed.content().values().get(layer.indexOf(attribute.name()));
    }

    private static String skeleton(String code) {
        StringBuilder look = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            char letter = code.charAt(i);
            if (letter > 0x7F) {
                return look(Normalizer.normalize(code, Normalizer.Form.NFKC));
            }
            if (letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z') {
                look.append(alike(Character.toUpperCase(letter)));
            }
        }
        return look.toString();
    }

    private static String look(String normal) {
        StringBuilder look = new StringBuilder(normal.length());
        BESIDES.matcher(normal.toUpperCase(Locale.ROOT))
                .replaceAll("")
                .chars()
                .forEach(letter -> look.append(alike((char) letter)));
        return look.toString();
    }

    private static char alike(char letter) {
        return switch (letter) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> letter;
        };
    }
}
