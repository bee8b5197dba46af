package vn.ruralmap.layers.catalogue;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML value that remembers where it stands, so that every complaint can name file and line.
 *
 * <p>Values are read as text and converted by who asks: the YAML type guessing ({@code no} as a boolean, {@code 01} as a
 * number) never touches codes.
 */
record YamlNode(String file, Node node) {

    static YamlNode parse(String file, byte[] bytes) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        try {
            Node node = new Yaml(options).compose(new StringReader(text(file, bytes)));
            if (node == null) {
                throw new CatalogueException(file, 0, "the file is empty");
            }
            return new YamlNode(file, node);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new CatalogueException(file, line, "not valid YAML: " + e.getProblem());
        } catch (ReaderException e) {
            throw new CatalogueException(
                    file, line(text(file, bytes), e.getPosition()), "a control character, which YAML does not allow");
        } catch (YAMLException e) {
            throw new CatalogueException(file, 0, "not valid YAML: " + e.getMessage());
        }
    }

    /** Codes and names are compared with data in NFC, whatever the operator's editor writes. */
    private static String text(String file, byte[] bytes) {
        try {
            return Normalizer.normalize(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            String start = new String(bytes, StandardCharsets.UTF_8);
            throw new CatalogueException(
                    file, line(start, start.indexOf('\uFFFD')), "not UTF-8: save the file as UTF-8");
        }
    }

    private static int line(String text, int position) {
        return (int) text.codePoints()
                        .limit(Math.max(0, position))
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    CatalogueException wrong(String reason) {
        return new CatalogueException(file, node.getStartMark().getLine() + 1, reason);
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw wrong("expected a text");
    }

    boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("expected true or false, not '" + text() + "'");
        };
    }

    double decimal() {
        if (!text().matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            throw wrong("expected a number, not '" + text() + "'");
        }
        return Double.parseDouble(text());
    }

    double decimal(double least, double most) {
        double number = decimal();
        if (number < least || number > most) {
            throw wrong("expected a number from " + least + " to " + most + ", not " + text());
        }
        return number;
    }

    long integer() {
        if (!text().matches("-?\\d{1,18}")) {
            throw wrong("expected a whole number, not '" + text() + "'");
        }
        return Long.parseLong(text());
    }

    /** The items of a list; a single value counts as a list of one. */
    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(file, item));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys with values");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.wrong("the key '" + key.text() + "' is there twice");
            }
        }
        return entries;
    }

    /** @throws CatalogueException if there is a key that is not among the known ones */
    YamlNode onlyKeys(Set<String> known) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                YamlNode key = new YamlNode(file, tuple.getKeyNode());
                if (!known.contains(key.text())) {
                    throw key.wrong("unknown key '" + key.text() + "'; known here: "
                            + String.join(", ", known.stream().sorted().toList()));
                }
            }
            return this;
        }
        throw wrong("expected keys with values");
    }

    Optional<YamlNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    YamlNode get(String key) {
        return find(key).orElseThrow(() -> wrong("the key '" + key + "' is missing"));
    }
}
