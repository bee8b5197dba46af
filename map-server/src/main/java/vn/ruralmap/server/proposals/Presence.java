package vn.ruralmap.server.proposals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, Editor> editors = new LinkedHashMap<>();

    Presence(Clock clock) {
        this.clock = clock;
    }

    /** @param since when it began to edit each feature, by fid */
    private record Editor(String name, String layer, Map<Long, Instant> since, Instant heard) {}

    /** @param since when it began to edit the first of the features */
    record Present(String name, Set<Long> fids, Instant since) {}

    /** What an editor says. @param fids that it edits. @param near that it wants to hear of besides, as the neighbours are */
    record Work(String layer, Set<Long> fids, Set<Long> near) {}

    /** @param who tells editors apart. @return the others that edit some of the same or near features, or the layer if none are named */
    synchronized List<Present> tell(String who, String name, Work work) {
        Instant now = clock.instant();
        editors.values().removeIf(each -> each.heard().plus(LONGEST_SILENCE).isBefore(now));
        Editor before = editors.remove(who);
        Map<Long, Instant> since = new HashMap<>();
        work.fids().forEach(fid -> since.put(fid, now));
        if (before != null && before.layer().equals(work.layer())) {
            before.since().forEach(since::replace);
        }
        editors.put(who, new Editor(name, work.layer(), since, now));
        Iterator<String> oldest = editors.keySet().iterator();
        while (editors.size() > MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        List<Present> others = new ArrayList<>();
        editors.forEach((key, each) -> {
            if (!key.equals(who) && each.layer().equals(work.layer())) {
                Map<Long, Instant> common = new TreeMap<>(each.since());
                if (!work.fids().isEmpty() || !work.near().isEmpty()) {
                    common.keySet()
                            .removeIf(fid ->
                                    !work.fids().contains(fid) && !work.near().contains(fid));
                }
                if (!common.isEmpty()) {
                    others.add(new Present(each.name(), common.keySet(), Collections.min(common.values())));
                }
            }
        });
        return others;
    }
}
