package vn.ruralmap.server;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A proxy between clients and the server that keeps all that it may (RFC 9111 §3), and asks before it uses it, unless it need not.
 *
 * <p>It is a greedy one: it also keeps answers to requests with {@code Authorization} that do not forbid it.
 */
final class SharedCache {

    private final ServerFixture server;
    private final Map<String, HttpResponse<byte[]>> kept = new HashMap<>();

    SharedCache(ServerFixture server) {
        this.server = server;
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        HttpResponse<byte[]> known = kept.get(path);
        Set<String> directives = known == null ? Set.of() : directives(known);
        if (known != null && directives.stream().anyMatch(each -> each.startsWith("max-age") && !each.endsWith("=0"))) {
            return known;
        }
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        if (known != null) {
            known.headers().firstValue("ETag").ifPresent(tag -> all.addAll(List.of("If-None-Match", tag)));
        }
        HttpResponse<byte[]> answer = server.getBytes(path, all.toArray(String[]::new));
        if (answer.statusCode() == 304 && known != null) {
            return known;
        }
        Set<String> said = directives(answer);
        if (answer.statusCode() == 200 && !said.contains("private") && !said.contains("no-store")) {
            kept.put(path, answer);
        }
        return answer;
    }

    boolean keeps(String path) {
        return kept.containsKey(path);
    }

    private static Set<String> directives(HttpResponse<byte[]> answer) {
        return answer.headers().allValues("Cache-Control").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
