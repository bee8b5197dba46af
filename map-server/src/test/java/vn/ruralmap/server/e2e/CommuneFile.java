package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON file of communes, read without the program's own reader: names and vertices by code. */
record CommuneFile(Map<String, String> names, Map<String, List<Coordinate>> vertices) {

    /** One centimetre in degrees of latitude; of longitude it is a little less. */
    private static final double CENTIMETRE = 0.01 / 110_600;

    static CommuneFile read(Path file, String codeProperty, String nameProperty) {
        Map<String, String> names = new TreeMap<>();
        Map<String, List<Coordinate>> vertices = new TreeMap<>();
        try {
            for (JsonNode feature :
                    new JsonMapper().readTree(Files.readString(file)).get("features")) {
                String code = feature.get("properties").get(codeProperty).asString();
                names.put(code, feature.get("properties").get(nameProperty).asString());
                collect(
                        feature.get("geometry").get("coordinates"),
                        vertices.computeIfAbsent(code, c -> new ArrayList<>()));
            }
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
        return new CommuneFile(names, vertices);
    }

    private static void collect(JsonNode coordinates, List<Coordinate> into) {
        if (coordinates.get(0).isNumber()) {
            into.add(new Coordinate(
                    coordinates.get(0).asDouble(), coordinates.get(1).asDouble()));
        } else {
            coordinates.forEach(part -> collect(part, into));
        }
    }

    /** Vertices that are farther than a centimetre from every vertex of the other file's unit of the same code. */
    List<Coordinate> verticesFarFrom(CommuneFile other) {
        List<Coordinate> strangers = new ArrayList<>();
        vertices.forEach((code, coordinates) -> {
            KdTree tree = new KdTree();
            other.vertices.getOrDefault(code, List.of()).forEach(tree::insert);
            for (Coordinate coordinate : coordinates) {
                Envelope near = new Envelope(coordinate);
                near.expandBy(CENTIMETRE);
                if (tree.query(near).isEmpty()) {
                    strangers.add(coordinate);
                }
            }
        });
        return strangers;
    }
}
