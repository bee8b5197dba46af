package vn.ruralmap.server.proposals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Who edits which features at this moment, as editors say once in a while. In the memory of one node: who works through another one is
 * not seen, and learns of others when it saves.
 */
@Component
final class Presence {

    /** An editor that went away is forgotten after it. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private static final int MOST = 5_000;

    private final Clock clock;
    private final Map<String, Present> present = new LinkedHashMap<>();

    Presence(Clock clock) {
        this.clock = clock;
    }

    /** @param since when it began to edit some of them; without features: when it came */
    record Present(String name, String layer, Set<Long> fids, Instant since, Instant heard) {}

    /** @param who tells editors apart. @return the others that edit some of the same features, or the layer if none are named */
    synchronized List<Present> tell(String who, String name, String layer, Set<Long> fids) {
        Instant now = clock.instant();
        present.values().removeIf(each -> each.heard().plus(LONGEST_SILENCE).isBefore(now));
        Present before = present.remove(who);
        boolean goesOn = before != null && before.layer().equals(layer);
        present.put(who, new Present(name, layer, Set.copyOf(fids), goesOn ? before.since() : now, now));
        Iterator<String> oldest = present.keySet().iterator();
        while (present.size() > MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        List<Present> others = new ArrayList<>();
        present.forEach((key, each) -> {
            if (!key.equals(who) && each.layer().equals(layer)) {
                Set<Long> common = new TreeSet<>(each.fids());
                if (!fids.isEmpty()) {
                    common.retainAll(fids);
                }
                if (!common.isEmpty()) {
                    others.add(new Present(each.name(), layer, common, each.since(), each.heard()));
                }
            }
        });
        return others;
    }
}
