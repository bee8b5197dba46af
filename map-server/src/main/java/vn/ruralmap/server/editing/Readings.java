package vn.ruralmap.server.editing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;

/**
 * Which version of each feature a client has read last. WFS-T has no place for a version, and QGIS sends none through OGC API
 * either, so this is what their changes are compared with.
 *
 * <p>In memory, of those only who read with a password, and of at most {@value #MOST} features in all (some 64 bytes each); beyond
 * it the clients that were idle longest are forgotten.
 */
@Component
public final class Readings {

    private static final int MOST = 500_000;

    private final int most;
    /** By client, the idlest first; then by layer and fid. */
    private final LinkedHashMap<String, Map<String, Map<Long, Integer>>> clients = new LinkedHashMap<>(16, 0.75f, true);

    private int size;

    Readings() {
        this(MOST);
    }

    Readings(int most) {
        this.most = most;
    }

    /** What a client was given. @param features as services show them */
    public synchronized void remember(Writer reader, String layer, Collection<Feature> features) {
        Map<Long, Integer> versions = of(reader, layer);
        for (Feature feature : features) {
            put(versions, feature.fid(), feature.version());
        }
        forgetOld();
    }

    /** What a client was told of its own change. */
    synchronized void remember(Writer writer, EditOutcome.Edited feature) {
        put(of(writer, feature.layer()), feature.fid(), feature.version());
        forgetOld();
    }

    private Map<Long, Integer> of(Writer reader, String layer) {
        return clients.computeIfAbsent(reader.client(), client -> new HashMap<>())
                .computeIfAbsent(layer, name -> new HashMap<>());
    }

    private void put(Map<Long, Integer> versions, long fid, int version) {
        if (versions.put(fid, version) == null) {
            size++;
        }
    }

    private void forgetOld() {
        while (size > most) {
            String idlest = clients.keySet().iterator().next();
            size -= clients.remove(idlest).values().stream().mapToInt(Map::size).sum();
        }
    }

    synchronized OptionalInt find(Writer writer, String layer, long fid) {
        Integer version = clients.getOrDefault(writer.client(), Map.of())
                .getOrDefault(layer, Map.of())
                .get(fid);
        return version == null ? OptionalInt.empty() : OptionalInt.of(version);
    }
}
